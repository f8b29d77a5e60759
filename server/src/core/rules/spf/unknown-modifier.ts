import { MECHANISMS, MODIFIERS } from "../../facts/spf.ts";
import { termsOf, withoutTerm } from "../../model/spfPolicy.ts";
import { defineRule, replace } from "../../rule.ts";
import type { Modifier } from "../../syntax/spf.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  mechanism: "Receivers ignore `{text}`, since a mechanism takes a colon. Write `{meant}`.",
  near: "Receivers know no modifier `{text}` and ignore it. Write `{meant}`.",
  version: "A second record begins here, and receivers ignore its `{text}`. Keep one version and one `all`.",
  unknown: "Receivers know no modifier `{text}` and ignore it. Remove it unless your own software reads it.",
} as const;

export default defineRule({
  code: "spf/unknown-modifier",
  target: "spf",
  severity: "info",
  fixable: "suggestion",
  summary: "A modifier that no receiver knows is ignored.",
  docs: {
    why: "Receivers skip a `name=value` whose name they do not know. What looks like a mechanism or a redirect then has no effect, and nobody is told.",
    bad: 'example.com. IN TXT "v=spf1 include=_spf.example.net -all"',
    good: 'example.com. IN TXT "v=spf1 include:_spf.example.net -all"',
  },
  references: ["RFC 7208 §6"],
  messages: MESSAGES,
  titles: {
    write: "Write `{meant}`",
    remove: "Remove `{text}`",
  },
  *check(policy) {
    for (const term of termsOf(policy)) {
      if (term.kind !== "modifier" || term.isBroken || Object.hasOwn(MODIFIERS, term.name)) continue;
      const at = policy.text.spanOf(term.span);
      const meant = meaningOf(term);
      const isMechanism = meant?.endsWith(":");
      if (meant !== undefined) {
        const name = policy.text.spanOf(span(term.nameAt.span.start, term.valueAt.span.start));
        const message = isMechanism ? "mechanism" : "near";
        yield {
          message,
          data: { text: term.nameAt.text + (isMechanism ? "=" : ""), meant },
          span: name,
          fix: replace("suggestion", "write", name, meant, { meant }),
        };
        continue;
      }
      const data = { text: term.name === "v" ? term.text : term.nameAt.text };
      const fix = {
        kind: "suggestion",
        title: "remove",
        data: { text: term.text },
        edits: withoutTerm(policy, term),
      } as const;
      yield { message: term.name === "v" ? "version" : "unknown", data, span: at, fix };
    }
  },
});

function meaningOf({ name, valueAt }: Modifier): string | undefined {
  if (Object.hasOwn(MECHANISMS, name) && name !== "all") return `${name}:`;
  const near = didYouMean(name, ["redirect", "exp"]);
  if (near !== undefined && valueAt.text.includes(".")) return `${near}=`;
  const mechanism = didYouMean(name, ["include", "exists", "ip4", "ip6"]);
  return mechanism !== undefined && /[.:]/.test(valueAt.text) ? `${mechanism}:` : undefined;
}
