import type { Report } from "../rule.ts";
import type { BrokenTag, Tag, TagList, Version } from "../syntax/tagList.ts";
import { type Span, span } from "../text/span.ts";
import { dataSpan, ownerEdit, ownerSpan, recordRemoval, tagRemoval, valueEdit, wholeValue } from "./policyRecord.ts";
import type { OwnerGroup, Policy, ZoneRecord, ZoneView } from "./zone.ts";

// What can be wrong with a policy of any kind; each rule has its own words for it.

/**
 * A version that stands elsewhere than in front, reads otherwise or is not there: then readers do not see the policy.
 *
 * @param version as it has to be: `v=STSv1`
 * @param start a stretch in front that was meant as the version and is no tag
 */
export function versionFault(
  target: Policy<TagList & { readonly version: Version }>,
  version: string,
  start: BrokenTag | undefined,
): Report<"late", "move"> | Report<"missing", "insert"> | Report<"wrong", "write"> | undefined {
  const { root, text } = target;
  const { state, tag } = root.version;
  if (state === "right") return undefined;
  const inFront = valueEdit(target, span(0, 0), `${version}; `);
  if (tag && state === "late") {
    const edits = [inFront, tagRemoval(target, root, tag)];
    return { message: "late", span: text.spanOf(tag.span), fix: { kind: "suggestion", title: "move", edits } };
  }
  const wrong = tag ?? start;
  if (wrong === undefined) {
    const at = root.tags[0] ? text.spanOf(root.tags[0].span) : wholeValue(target);
    return { message: "missing", span: at, fix: { kind: "suggestion", title: "insert", edits: [inFront] } };
  }
  const data = { tag: text.value.slice(wrong.span.start, wrong.span.end) };
  const edits = [valueEdit(target, wrong.span, version)];
  return { message: "wrong", data, span: text.spanOf(wrong.span), fix: { kind: "suggestion", title: "write", edits } };
}

/** A stretch in front that was meant as the version, where it is no tag. */
export function brokenStart({ broken }: TagList, meant: RegExp): BrokenTag | undefined {
  return broken.find((it) => it.span.start === 0 && meant.test(it.text));
}

/** Blanks beside the `=` of known tags, for grammars that have none there (RFC 8460 §3, RFC 8461 §3.1). */
export function* blanksAtEquals(
  target: Policy<TagList>,
  names: readonly string[],
): Iterable<Report<"blank", "writeTag">> {
  const { root, text } = target;
  for (const { name, nameSpan, value, valueSpan } of root.tags) {
    const gap = span(nameSpan.end, valueSpan.start);
    if (!names.includes(name) || value === "" || gap.end - gap.start <= 1) continue;
    const tag = `${name}=${value}`;
    const edits = [valueEdit(target, gap, "=")];
    yield {
      message: "blank",
      data: { tag },
      span: text.spanOf(gap),
      fix: { kind: "suggestion", title: "writeTag", data: { tag }, edits },
    };
  }
}

/** A policy at a name where nobody looks for it. @param owner as it should be written */
export function misplaced(record: ZoneRecord, zone: ZoneView, owner: string): Report<"owner", "rename"> {
  const edit = ownerEdit(record, zone, owner);
  return {
    message: "owner",
    data: { owner },
    span: ownerSpan(record),
    ...(edit && { fix: { kind: "suggestion", title: "rename", data: { owner }, edits: [edit] } }),
  };
}

/** All records but the first of those of which readers take one at a name. */
export function* furtherRecords(
  [first, ...others]: readonly ZoneRecord[],
  group: OwnerGroup,
): Iterable<Report<"several" | "other", "remove">> {
  if (first === undefined) return;
  for (const it of others) {
    const related = [{ message: "other" as const, span: dataSpan(first), at: first }];
    const edit = recordRemoval(it, group);
    const fix = edit && ({ kind: "suggestion", title: "remove", edits: [edit] } as const);
    yield { message: "several", span: dataSpan(it), at: it, related, ...(fix && { fix }) };
  }
}

/** A tag that readers ignore. @param meant the one that it was meant for, as far as can be told */
export function unknownTag(
  target: Policy<TagList>,
  tag: Tag,
  meant: string | undefined,
): Report<"meant" | "unknown", "rename" | "remove"> {
  const { name, nameSpan } = tag;
  const at: Span = target.text.spanOf(nameSpan);
  const edits = [tagRemoval(target, target.root, tag)];
  const remove = { kind: "suggestion", title: "remove", data: { name }, edits } as const;
  if (meant === undefined) return { message: "unknown", data: { name }, span: at, fix: remove };
  const fix = {
    kind: "suggestion",
    title: "rename",
    data: { meant },
    edits: [valueEdit(target, nameSpan, meant)],
  } as const;
  return { message: "meant", data: { name, meant }, span: at, fix, alternatives: [remove] };
}
