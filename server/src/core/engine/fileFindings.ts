import type { Translate, Values } from "../locale.ts";
import type { Fix, Report, Rule, Severity } from "../rule.ts";
import { comparePositions, type Range, type Span } from "../text/span.ts";
import type { FileEdit, Finding, FindingFix, RelatedPlace } from "./finding.ts";

/** Where a span of a report stands: in an entry of a zone file, or in the config that is checked. */
export interface Locator {
  locate(at: Report["at"], span: Span): { readonly path: string; readonly range: Range };
  /** Whether the text of an entry stands in a file, where it can be edited: what a `$GENERATE` makes stands nowhere. */
  isWritten(at: Report["at"]): boolean;
}

/** A report in the user's language and in lines and columns. Fixes are located only when somebody asks for them. */
export class LocatedFinding implements Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly range: Range;
  readonly #rule: Rule;
  readonly #report: Report;
  readonly #at: Report["at"];
  readonly #locator: Locator;
  readonly #translate: Translate;

  constructor(
    rule: Rule,
    report: Report,
    at: Report["at"],
    severity: Severity,
    locator: Locator,
    translate: Translate,
  ) {
    this.code = rule.code;
    this.severity = severity;
    this.#rule = rule;
    this.#report = report;
    this.#at = at;
    this.#locator = locator;
    this.#translate = translate;
    this.message = messageOf(rule, report, translate);
    const { path, range } = locator.locate(at, report.span);
    this.path = path;
    this.range = range;
  }

  get related(): readonly RelatedPlace[] {
    return (this.#report.related ?? []).map(({ message, data, span, at }) => ({
      ...this.#locator.locate(at ?? this.#at, span),
      message: sentence(this.#rule.messages[message], data, this.#translate),
    }));
  }

  get fixes(): readonly FindingFix[] {
    const { fix, alternatives = [] } = this.#report;
    const all = fix ? [fix, ...alternatives] : alternatives;
    const possible = all.filter(({ edits }) => edits.every(({ at }) => this.#locator.isWritten(at ?? this.#at)));
    return possible.map((it) => this.#located(it));
  }

  #located({ kind, title, data, edits }: Fix): FindingFix {
    const located = edits.map(
      ({ span, newText, at }): FileEdit => ({ ...this.#locator.locate(at ?? this.#at, span), newText }),
    );
    return { kind, title: sentence(this.#rule.titles?.[title], data, this.#translate), edits: located };
  }
}

/** A report of what has not changed is told again at every keystroke: its words are kept. */
const TOLD = new WeakMap<Report, { readonly translate: Translate; readonly message: string }>();

function messageOf(rule: Rule, report: Report, translate: Translate): string {
  const told = TOLD.get(report);
  if (told?.translate === translate) return told.message;
  const message = sentence(rule.messages[report.message], report.data, translate);
  TOLD.set(report, { translate, message });
  return message;
}

/** Values that are sentences of our own (`wants`) are translated too; texts of the user are no keys and stay. */
export function sentence(template: string | undefined, data: Values | undefined, translate: Translate): string {
  if (data === undefined) return translate(template ?? "");
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data)) values[name] = typeof value === "string" ? translate(value) : value;
  return translate(template ?? "", values);
}

export function compareFindings(a: Finding, b: Finding): number {
  const order = comparePositions(a.range.start, b.range.start);
  if (order !== 0) return order;
  const [first, second] = [`${a.code} ${a.message}`, `${b.code} ${b.message}`];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Without those that say the same of the same place: a file that is included twice. */
export function withoutRepeats(sorted: readonly Finding[]): Finding[] {
  return sorted.filter((it, index) => {
    const before = sorted[index - 1];
    return before === undefined || before.path !== it.path || compareFindings(before, it) !== 0;
  });
}
