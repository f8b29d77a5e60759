import type { Rule, RuleContext } from "../rule.ts";
import type { LintOptions } from "./finding.ts";

const CODES = new WeakMap<readonly Rule[], ReadonlySet<string>>();

/** What rules may know beside the text. Made at every keystroke: the codes are read once. */
export function ruleContext(
  { rules, now }: { readonly rules: readonly Rule[]; now(): number },
  { extraTypes }: LintOptions,
): RuleContext {
  const codes = CODES.get(rules) ?? new Set(rules.map(({ code }) => code));
  CODES.set(rules, codes);
  return { now: now(), extraTypes: new Set(extraTypes), codes };
}
