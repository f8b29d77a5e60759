import type { Fix } from "../rule.ts";
import type { Tag } from "../syntax/tagList.ts";
import { valueEdit } from "./policyRecord.ts";
import type { TxtRecord } from "./zone.ts";

/** The same address with `https:`, where it lacks its scheme, has `http:`, or has quotes or brackets around it. */
export function overHttps(target: TxtRecord, { value, valueSpan }: Tag): { readonly fix?: Fix<"https"> } {
  const [, address] = /^["'<]?(?:https?:\/{0,2})?([^\s"'<>/:]+\.[^\s"'<>:]+)[>"']?$/i.exec(value) ?? [];
  if (address === undefined) return {};
  const url = `https://${address}`;
  return { fix: { kind: "suggestion", title: "https", data: { url }, edits: [valueEdit(target, valueSpan, url)] } };
}
