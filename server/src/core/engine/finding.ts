import type { Fix, Severity } from "../rule.ts";
import type { Range } from "../text/span.ts";

/** What is wrong, where, and how to mend it: plain data, in the user's language, with lines and columns. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The file it stands in: the checked one, or one that it includes. */
  readonly path: string;
  readonly range: Range;
  readonly related: readonly RelatedPlace[];
  /** The best first. */
  readonly fixes: readonly FindingFix[];
}

export interface RelatedPlace {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

export interface FindingFix {
  readonly kind: Fix["kind"];
  readonly title: string;
  readonly edits: readonly FileEdit[];
}

export interface FileEdit {
  readonly path: string;
  readonly range: Range;
  readonly newText: string;
}

export interface LintOptions {
  /** By code or by pattern (`spf/*`); a code wins over a pattern. */
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** As `severities`, and over what a config says: the command line's own. */
  readonly overrides?: Readonly<Record<string, Severity | "off">>;
  /** Upper case. */
  readonly extraTypes: readonly string[];
  /** The most findings that are made; one more note says that there are others. */
  readonly limit: number;
  /** About how long it may take; what is left is judged by `advance`, or at the next call. No limit by default. */
  readonly budgetMs?: number;
  /** A BCP 47 tag. */
  readonly language: string;
}
