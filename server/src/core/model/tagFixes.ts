import type { Fix } from "../rule.ts";
import type { BrokenTag, TagList } from "../syntax/tagList.ts";
import { valueEdit } from "./policyRecord.ts";
import type { Policy, TxtRecord } from "./zone.ts";

/** Whether a full-width `；` stands before a missing separator: `txt/smart-quotes` says it. */
export function isAfterWideSemicolon({ text }: Pick<TxtRecord, "text">, { reason, span }: BrokenTag): boolean {
  return reason === "separator" && text.value[span.start - 1] === "\uff1b";
}

type Title = "writeTag" | "deleteSemicolon" | "writeSemicolon";

/**
 * The fix of a broken stretch of a tag list, where one meaning is likely.
 *
 * @param bareValues values that only `p` can have, in lower case, where `p` itself is missing
 */
export function brokenTagFix(
  target: Policy<TagList>,
  broken: BrokenTag,
  names: readonly string[],
  bareValues: readonly string[] = [],
): Fix<Title> | undefined {
  if (broken.reason === "empty") {
    return { kind: "suggestion", title: "deleteSemicolon", edits: [valueEdit(target, broken.span, "")] };
  }
  if (broken.reason === "separator") {
    const isBlankBehind = /\s/.test(target.text.value[broken.span.end] ?? "");
    return {
      kind: "suggestion",
      title: "writeSemicolon",
      edits: [valueEdit(target, broken.span, isBlankBehind ? ";" : "; ")],
    };
  }
  const word = broken.text.toLowerCase();
  if (broken.reason === "equals" && bareValues.includes(word)) return writeTag(target, broken, `p=${word}`);
  const [, name = "", value = ""] = /^([A-Za-z]+)\s*[:\s]\s*(\S+)$/.exec(broken.text) ?? [];
  if (broken.reason !== "equals" || !names.includes(name.toLowerCase())) return undefined;
  return writeTag(target, broken, `${name.toLowerCase()}=${value}`);
}

function writeTag(target: Policy<TagList>, { span: at }: BrokenTag, tag: string): Fix<Title> {
  return { kind: "suggestion", title: "writeTag", data: { tag }, edits: [valueEdit(target, at, tag)] };
}
