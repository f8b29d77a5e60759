import { MACROS, MECHANISMS, MODIFIERS, QUALIFIERS } from "../../facts/spf.ts";
import { SPF_PROVIDERS } from "../../facts/spfProviders.ts";
import type { ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import { shownName } from "../../model/domainName.ts";
import type { Span } from "../../text/span.ts";
import { plain } from "../proposal.ts";
import type { CompletionItem } from "../types.ts";
import { hostsOf } from "./names.ts";
import { type SpfWord, spfWordsOf } from "./spfHover.ts";

const A = 1;
const AAAA = 28;
/** Whose addresses are offered: nobody lists more by hand. */
const MOST_HOSTS = 50;

/** Terms of SPF, and after `include:` and the like the names that belong there. Spans count in the value. */
export function completeSpf(
  source: ZoneSource,
  value: string,
  offset: number,
  t: Translate,
): readonly CompletionItem[] {
  const words = spfWordsOf(value);
  const word = words.find(({ start, end }) => start <= offset && offset <= end);
  const before = word === undefined ? "" : value.slice(word.start, offset);
  const macro = /%\{?([a-z]?)$/i.exec(before);
  if (macro !== null) return completeMacro({ start: offset - macro[0].length, end: offset }, t);
  if (word !== undefined && /[:=]/.test(before)) return completeValue(source, word, value, offset);
  const hasAll = words.some((it) => it !== word && it.name === "all");
  return completeTerm(word, word ?? { start: offset, end: offset }, hasAll, t);
}

function completeTerm(
  word: SpfWord | undefined,
  { start, end }: Span,
  hasAll: boolean,
  t: Translate,
): readonly CompletionItem[] {
  const sign = word?.sign ?? "";
  const nameEnd = word === undefined ? end : word.nameStart + word.name.length;
  const hasValue = word !== undefined && word.mark !== "";
  const at = { start, end: nameEnd };
  const mechanisms = Object.values(MECHANISMS)
    .filter((it) => it.name !== "all" && it.name !== "ptr")
    .map(({ name, value, doc, form }) =>
      plain(sign + name, "key", at, {
        insertText: sign + name + (value === "required" && !hasValue ? ":" : ""),
        detail: form,
        documentation: t(doc),
      }),
    );
  const alls = Object.values(QUALIFIERS)
    .filter((it) => !hasAll && it.name !== "+" && (sign === "" || sign === it.name))
    .map(({ name, doc }) => plain(`${name}all`, "value", at, { documentation: t(doc) }));
  const modifiers = Object.values(MODIFIERS)
    .filter((it) => sign === "" && (it.name === "redirect" || it.name === "exp"))
    .map(({ name, form, doc }) =>
      plain(name, "key", at, { insertText: hasValue ? name : `${name}=`, detail: form, documentation: t(doc) }),
    );
  return [...mechanisms, ...alls, ...modifiers];
}

function completeValue(source: ZoneSource, word: SpfWord, value: string, offset: number): readonly CompletionItem[] {
  const start = word.start + value.slice(word.start, offset).search(/[:=]/) + 1;
  const slash = word.text.indexOf("/", start - word.start);
  const at = { start, end: slash < 0 ? word.end : Math.max(offset, word.start + slash) };
  if (word.name === "include" || word.name === "redirect") {
    return SPF_PROVIDERS.map(({ include, provider }) => plain(include, "name", at, { detail: provider }));
  }
  if (["a", "mx", "exists", "ptr"].includes(word.name)) {
    return hostsOf(source).map((it) => plain(shownName(it), "name", at));
  }
  if (word.name === "ip4" || word.name === "ip6") return addresses(source, word.name === "ip4" ? A : AAAA, at);
  return [];
}

/** Of the zone's own hosts. */
function addresses(source: ZoneSource, type: number, at: Span): readonly CompletionItem[] {
  return hostsOf(source)
    .slice(0, MOST_HOSTS)
    .flatMap((host) =>
      source.view.records(host, type).flatMap(({ fields }) => {
        const address = fields[0]?.text;
        return address === undefined ? [] : [plain(address, "value", at, { detail: shownName(host) })];
      }),
    );
}

function completeMacro(at: Span, t: Translate): readonly CompletionItem[] {
  return Object.values(MACROS)
    .filter((it) => !it.isForExplanation)
    .map(({ form, doc }) => plain(form, "value", at, { documentation: t(doc) }));
}
