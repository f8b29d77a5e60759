/** What hover and completion know of one tag of a policy; sentences are marked by `say` and translated at display. */
export interface TagFact {
  readonly name: string;
  readonly doc: string;
  /** The section that decides: `RFC 9989 §4.7`. */
  readonly section: string;
  /** What one may write; `""` where the values say it. */
  readonly example: string;
  readonly values: readonly TagValueFact[];
  /** Divides several values of one tag; `""` where there is one only. */
  readonly separator: "" | ":" | ",";
  /** Should not be written any more, so completion leaves it out. */
  readonly isObsolete: boolean;
}

export interface TagValueFact {
  readonly value: string;
  readonly doc: string;
}

type Values = readonly (readonly [value: string, doc: string])[];

export function tag(
  name: string,
  section: string,
  doc: string,
  more: {
    readonly example?: string;
    readonly values?: Values;
    readonly separator?: ":" | ",";
    readonly isObsolete?: boolean;
  } = {},
): TagFact {
  const { example = "", values = [], separator = "", isObsolete = false } = more;
  return {
    name,
    doc,
    section,
    example,
    values: values.map(([value, it]) => ({ value, doc: it })),
    separator,
    isObsolete,
  };
}
