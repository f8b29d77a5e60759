import { say } from "../locale.ts";
import type { Directive } from "../model/zone.ts";
import type { SyntaxIssue } from "../syntax/parsed.ts";
import { ttlOf } from "../syntax/zone/characters.ts";
import { modifiersOf, parseRange } from "../syntax/zone/generate.ts";
import type { Inclusion } from "../syntax/zone/zoneDocument.ts";
import type { Span } from "../text/span.ts";

/** The directives that servers read (RFC 1035 §5.1, RFC 2308 §4; `$GENERATE` is BIND's, and NSD's and Knot's too). */
export const DIRECTIVES = ["$ORIGIN", "$TTL", "$INCLUDE", "$GENERATE"] as const;

/** What is wrong with a directive. */
export function readDirectiveIssues(
  directive: Omit<Directive, "issues">,
  inclusion: Inclusion | undefined,
): SyntaxIssue[] {
  const { name, nameField, args } = directive;
  const [first, second] = args;
  const invalid = (wants: string, at = first?.span ?? nameField.span): SyntaxIssue[] => [
    { code: "zone/invalid-directive", span: at, detail: name, data: { wants } },
  ];
  switch (name) {
    case "$TTL":
      if (!first || secondsOf(first.text) < 0) return invalid(say("a time such as `3600` or `1h`"));
      return second ? invalid(say("a time and nothing after it"), restOf(args, second)) : [];
    case "$ORIGIN":
      if (!first) return invalid(say("a domain name"));
      if (!isName(first.text)) return invalid(say("a domain name"));
      return second ? invalid(say("a domain name and nothing after it"), restOf(args, second)) : [];
    case "$INCLUDE":
      if (!first) return invalid(say("a file name"));
      if (inclusion?.kind === "missing")
        return [{ code: "zone/include-not-found", span: first.span, detail: first.text }];
      if (inclusion?.kind === "cycle") return [{ code: "zone/include-cycle", span: first.span, detail: first.text }];
      return [];
    case "$GENERATE":
      return generateIssues(directive);
    default:
      return [{ code: "zone/unknown-directive", span: nameField.span, detail: nameField.text }];
  }
}

/** What its records have wrong, rules say of them. */
function generateIssues({ name, nameField, args }: Omit<Directive, "issues">): SyntaxIssue[] {
  const [range, ...words] = args;
  const issue = (wants: string, at: Span): SyntaxIssue => ({
    code: "zone/invalid-directive",
    span: at,
    detail: name,
    data: { wants },
  });
  if (range === undefined || parseRange(range.text) === undefined) {
    return [issue(say("a range such as `1-254`"), range?.span ?? nameField.span)];
  }
  if (words.length < 3) return [issue(say("a range, an owner, a type and data"), nameField.span)];
  return words.flatMap((word) => {
    const broken = modifiersOf(word.text).filter((it) => it.isBroken);
    return broken.map(({ start, end }) =>
      issue(say("`${offset,width,base}`"), { start: word.span.start + start, end: word.span.start + end }),
    );
  });
}

/** From the first word too many to the last. */
function restOf(args: Directive["args"], from: Directive["args"][number]): Span {
  return { start: from.span.start, end: (args.at(-1) ?? from).span.end };
}

function secondsOf(text: string): number {
  const bytes = Uint8Array.from(text, (it) => Math.min(255, it.charCodeAt(0)));
  return ttlOf(bytes, 0, bytes.length);
}

/** No empty label, none over 63 octets. */
function isName(text: string): boolean {
  if (text === "." || text === "@") return true;
  const labels = text.replace(/\.$/, "").split(/(?<!\\)\./);
  return labels.every((it) => it !== "" && it.replace(/\\(?:\d{3}|.)/g, "x").length <= 63);
}
