import type { Span } from "../../text/span.ts";

/** What a node may carry before its content. */
interface Common {
  readonly span: Span;
  /** `name` without `&`. The span takes in the sign. */
  readonly anchor?: { readonly name: string; readonly span: Span } | undefined;
  /** As written: `!!str`, `!env`. */
  readonly tag?: { readonly name: string; readonly span: Span } | undefined;
  /** The reader put it together from a broken line: rules other than `config/syntax` leave it alone. */
  readonly isBroken?: boolean | undefined;
}

export interface ScalarNode extends Common {
  readonly kind: "scalar";
  /** Decoded. `""` for an empty value, whose span is empty and stands where it would be written. */
  readonly value: string;
  readonly style: "plain" | "single" | "double" | "literal" | "folded";
  /** `span` without quotes, or without the header of a block scalar. */
  readonly content: Span;
  /** The indentation of a block scalar's lines. */
  readonly indent: number;
}

export interface MappingNode extends Common {
  readonly kind: "mapping";
  readonly isFlow: boolean;
  readonly pairs: readonly Pair[];
}

export interface SequenceNode extends Common {
  readonly kind: "sequence";
  readonly isFlow: boolean;
  readonly items: readonly YamlNode[];
}

/** `*name`. `resolveAlias` leads to its target. */
export interface AliasNode extends Common {
  readonly kind: "alias";
  readonly name: string;
}

export interface Pair {
  readonly key: YamlNode;
  readonly value: YamlNode;
  readonly isBroken?: boolean | undefined;
}

export type YamlNode = ScalarNode | MappingNode | SequenceNode | AliasNode;

export interface YamlDocument {
  readonly root: YamlNode;
  /** From its first directive or `---` to where the next one begins. */
  readonly span: Span;
  /** Anchored nodes in the order written; an alias means the last one of its name before it. */
  readonly anchors: readonly YamlNode[];
}

export interface YamlFile {
  readonly documents: readonly YamlDocument[];
  /** Without the line break, `#` included. */
  readonly comments: readonly Span[];
}

/** What is wrong at a place; the rules `config/syntax` and `config/duplicate-key` have a sentence for each. */
export type YamlFault =
  | "tab"
  | "indentation"
  | "missingBlank"
  | "missingDash"
  | "unexpectedDash"
  | "missingColon"
  | "colonInValue"
  | "unclosedQuote"
  | "unclosedBracket"
  | "bracketIndent"
  | "missingComma"
  | "escape"
  | "reserved"
  | "strayBracket"
  | "conflict"
  | "control"
  | "tooDeep"
  | "duplicateKey"
  | "undefinedAlias"
  | "unreadable";

export interface YamlIssue {
  readonly code: "config/syntax" | "config/duplicate-key";
  readonly reason: YamlFault;
  readonly span: Span;
  readonly detail: string;
  /** The other place: the first of two equal keys. */
  readonly related?: Span | undefined;
}

export function issue(reason: YamlFault, at: Span, detail: string, related?: Span): YamlIssue {
  return {
    code: reason === "duplicateKey" ? "config/duplicate-key" : "config/syntax",
    reason,
    span: at,
    detail,
    related,
  };
}
