import type { Fix } from "../rule.ts";
import type { BrokenTag, TagList } from "../syntax/tagList.ts";
import { span } from "../text/span.ts";
import { valueEdit } from "./policyRecord.ts";
import type { Policy } from "./zone.ts";

type Title = "writeTag" | "deleteSemicolon" | "writeSemicolon";

/** The fix of a broken stretch of a tag list, where one meaning is likely. */
export function brokenTagFix(
  target: Policy<TagList>,
  broken: BrokenTag,
  names: readonly string[],
): Fix<Title> | undefined {
  if (broken.reason === "empty") {
    return { kind: "suggestion", title: "deleteSemicolon", edits: [valueEdit(target, broken.span, "")] };
  }
  if (broken.reason === "separator") {
    return { kind: "suggestion", title: "writeSemicolon", edits: [valueEdit(target, broken.span, "; ")] };
  }
  const [, name = "", value = ""] = /^([A-Za-z]+)\s*[:\s]\s*(\S+)$/.exec(broken.text) ?? [];
  if (broken.reason !== "equals" || !names.includes(name.toLowerCase())) return undefined;
  const tag = `${name.toLowerCase()}=${value}`;
  const edits = [valueEdit(target, span(broken.span.start, broken.span.end), tag)];
  return { kind: "suggestion", title: "writeTag", data: { tag }, edits };
}
