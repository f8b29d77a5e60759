import type { Translate } from "../../locale.ts";
import type { PolicyKind } from "../../model/zone.ts";
import type { Span } from "../../text/span.ts";
import { plain, snippet } from "../proposal.ts";
import type { CompletionItem } from "../types.ts";
import type { Cursor } from "./cursor.ts";
import { completeSpf } from "./spfCompletion.ts";
import { inStyle, type Style } from "./style.ts";
import { completeTags } from "./tagCompletion.ts";
import { ownerOf, type TextValue, textValueOf } from "./textValue.ts";
import { wordAt } from "./tokens.ts";

interface Beginning {
  readonly kind: PolicyKind;
  /** Of the owner, lower case. */
  readonly pattern: RegExp;
  readonly version: string;
  /** A whole policy, as a snippet. */
  readonly policy: string;
}

const BEGINNINGS: readonly Beginning[] = [
  {
    kind: "dmarc",
    pattern: /^_dmarc\./,
    version: "v=DMARC1",
    policy: "v=DMARC1; p=${1|none,quarantine,reject|}; rua=mailto:${2:dmarc@example.com}",
  },
  { kind: "dkim", pattern: /\._domainkey\./, version: "v=DKIM1", policy: "v=DKIM1; k=rsa; p=${1}" },
  { kind: "mtaSts", pattern: /^_mta-sts\./, version: "v=STSv1", policy: "v=STSv1; id=${1:{id}}" },
  {
    kind: "tlsRpt",
    pattern: /^_smtp\._tls\./,
    version: "v=TLSRPTv1",
    policy: "v=TLSRPTv1; rua=mailto:${1:tls-reports@example.com}",
  },
  {
    kind: "bimi",
    pattern: /\._bimi\./,
    version: "v=BIMI1",
    policy: "v=BIMI1; l=${1:https://example.com/logo.svg}; a=${2}",
  },
  { kind: "spf", pattern: /^(?!_)/, version: "v=spf1", policy: "v=spf1 ${1:mx} -all" },
];

/** @returns `undefined` where the record holds no text, so that its other fields have their turn */
export function completeText(style: Style, cursor: Cursor, t: Translate): readonly CompletionItem[] | undefined {
  const text = textValueOf(cursor);
  if (text === undefined) return undefined;
  const beginning = BEGINNINGS.find((it) => it.pattern.test(ownerOf(cursor)));
  if (text.offset === undefined) return beginning === undefined ? [] : [wholePolicy(beginning, style, cursor, t)];
  const { value, offset } = text;
  const toText = (at: Span) => placeOf(text, at, cursor);
  if (!value.slice(0, offset).includes(" ") && !value.slice(0, offset).includes(";")) {
    return beginning === undefined ? [] : startOf(beginning, text, style, cursor, t);
  }
  const items =
    text.kind === "spf"
      ? completeSpf(style.source, value, offset, t)
      : text.kind === undefined
        ? []
        : completeTags(text.kind, value, offset, style, t);
  return items.flatMap((it) => {
    const span = toText(it.span);
    return span === undefined ? [] : [{ ...it, span }];
  });
}

function wholePolicy(
  { version, policy }: Beginning,
  style: Style,
  { tokens, offset }: Cursor,
  t: Translate,
): CompletionItem {
  const token = tokens.data.find((it) => it.kind === "word" && it.start <= offset && offset <= it.end);
  return snippet(`"${version}"`, `"${inStyle(policy, style)}"`, wordAt(token, offset), {
    detail: t("a whole record"),
  });
}

/** In an empty string the whole policy, in a begun one its version. */
function startOf(
  { version, policy }: Beginning,
  text: TextValue,
  style: Style,
  cursor: Cursor,
  t: Translate,
): readonly CompletionItem[] {
  const end = text.value.search(/[ ;]|$/);
  const at = placeOf(text, { start: 0, end }, cursor);
  if (at === undefined) return [];
  const rest = text.value.slice(end).trim();
  const whole = snippet(policy.replace(/ ?\$.*$/, " …"), inStyle(policy, style), at, {
    detail: t("a whole record"),
    filterText: version,
  });
  return rest === "" ? [whole, plain(version, "key", at)] : [plain(version, "key", at)];
}

/** The place of a stretch of the value; `undefined` where the seam of two strings lies inside. */
function placeOf(text: TextValue, at: Span, { offset, text: written }: Cursor): Span | undefined {
  if (at.end <= at.start) return { start: offset, end: offset };
  const place = text.spanOf(at);
  return /["\r\n]/.test(written.slice(place.start, place.end)) ? undefined : place;
}
