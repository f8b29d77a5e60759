import type { Fix } from "../rule.ts";
import { isAddress, type ReportUri } from "../syntax/reportUri.ts";
import { span } from "../text/span.ts";
import { valueEdit } from "./policyRecord.ts";
import type { TxtRecord } from "./zone.ts";

/** What an address for reports was meant to be, where one meaning is likely. */
export function reportUriFix(
  target: TxtRecord,
  item: ReportUri,
): Fix<"mailto" | "comma" | "blank" | "address"> | undefined {
  const { text, fault } = item;
  const write = (title: "mailto" | "comma" | "blank" | "address", uri: string) =>
    ({ kind: "suggestion", title, data: { uri }, edits: [valueEdit(target, item.span, uri)] }) as const;
  if (fault === "separator") {
    const words = text.split(/[\s;]+/);
    if (words.length > 1 && words.every(isUri)) return write("comma", words.map(withMailto).join(","));
    const joined = withMailto(text.replace(/\s+/g, ""));
    return isUri(joined) ? write("blank", joined) : undefined;
  }
  if (fault === "scheme" && isAddress(text)) {
    const edits = [valueEdit(target, span(item.span.start, item.span.start), "mailto:")];
    return { kind: "suggestion", title: "mailto", edits };
  }
  if (fault !== "scheme" && fault !== "address") return undefined;
  const [address = ""] = /[^\s<>:/]+@[^\s<>:/!]+/.exec(text) ?? [];
  return isAddress(address) ? write("address", `mailto:${address}`) : undefined;
}

function isUri(text: string): boolean {
  return isAddress(text.replace(/^mailto:/i, ""));
}

function withMailto(text: string): string {
  return /^mailto:/i.test(text) ? text : `mailto:${text}`;
}
