import { isHeadOrTail, isTail } from "../../model/dkimKeys.ts";
import { furtherRecords } from "../../model/policyFaults.ts";
import { dataSpan, labelsOf, policiesAmong, recordRemoval, TXT, textOf } from "../../model/policyRecord.ts";
import type { OwnerGroup, ZoneRecord } from "../../model/zone.ts";
import { defineRule, type Fix } from "../../rule.ts";
import { parseDkim } from "../../syntax/dkim.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** The answer to a question for a selector must be one text. */
export default defineRule({
  code: "dkim/multiple-records",
  target: "owner",
  severity: "error",
  fixable: "suggestion",
  summary: "Two key records at one selector, or one key cut into several records.",
  docs: {
    why: "A verifier that gets several texts for one selector may take any of them, and many give up. A key too long for one \
string is written as several strings of one record, not as several records.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; p="\ns1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; p="\ns2._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p="',
  },
  references: ["RFC 6376 §3.6.2.2"],
  messages: {
    several: "A second key at this selector: verifiers take either, or none. Give it a selector of its own.",
    pieces: "This key is cut into several records, and verifiers read one alone. Join them into one record.",
    other: "The other record",
  },
  titles: { join: "Join into one record", remove: "Remove this record" },
  *check(group) {
    const [first = ""] = labelsOf(group.owner);
    if (!group.owner.includes("._domainkey.") || first === "_adsp" || first === "_report") return;
    const texts = group.records.filter((it) => it.type === TXT);
    const pieces = texts.filter((it) => isHeadOrTail(textOf(it)));
    const [head, tail] = [pieces.find((it) => !isTail(textOf(it))), pieces.find((it) => isTail(textOf(it)))];
    if (head && tail && pieces.length === texts.length) {
      const fix = joining(group, head, pieces);
      const related = [{ message: "other" as const, span: dataSpan(head), at: head }];
      yield { message: "pieces", span: dataSpan(tail), at: tail, related, ...(fix && { fix }) };
      return;
    }
    yield* furtherRecords(policiesAmong(group.records, "dkim").filter(holdsKey), group);
  },
});

function holdsKey(record: ZoneRecord): boolean {
  return tagOf(parseDkim(textOf(record)).root, "p") !== undefined;
}

function joining(group: OwnerGroup, head: ZoneRecord, pieces: readonly ZoneRecord[]): Fix<"join"> | undefined {
  const rest = pieces.filter((it) => it !== head);
  const removals = rest.flatMap((it) => recordRemoval(it, group) ?? []);
  if (removals.length < rest.length || pieces.some(({ fields }) => fields.some((it) => !it.isQuoted))) return undefined;
  const strings = [head, ...rest].flatMap(({ fields }) => fields.map((it) => it.text)).join(" ");
  return {
    kind: "suggestion",
    title: "join",
    edits: [{ span: dataSpan(head), newText: strings, at: head }, ...removals],
  };
}
