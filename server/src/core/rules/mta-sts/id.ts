import {
  hasTypography,
  isCutShort,
  tagInsertion,
  tagRemoval,
  valueEdit,
  wholeValue,
} from "../../model/policyRecord.ts";
import { defineRule, type Fix } from "../../rule.ts";
import { STS_TAGS } from "../../syntax/mtaSts.ts";
import { misspeltTag } from "../../syntax/tagList.ts";

/** Senders compare the id with the one they kept, and fetch the policy again where it differs. */
export default defineRule({
  code: "mta-sts/id",
  target: "mtaSts",
  severity: "error",
  fixable: "suggestion",
  summary: "The `id` of an MTA-STS record is missing, or not 1 to 32 letters and digits.",
  docs: {
    why: "Senders keep the policy and fetch it again when `id` changes. Without one, or with one that holds other characters than \
letters and digits, the record counts as broken and no TLS is demanded.",
    bad: '_mta-sts.example.com. IN TXT "v=STSv1; id=2026-01-01"',
    good: '_mta-sts.example.com. IN TXT "v=STSv1; id=20260101"',
  },
  references: ["RFC 8461 §3.1"],
  messages: {
    missing: "Without an `id` senders take the record for broken. Write one: 1 to 32 letters and digits.",
    twice: "`id` stands twice, so senders may take the record for broken. Keep the one that is current.",
    form: "`{id}` is no id, so senders take the record for broken. Write 1 to 32 letters and digits.",
  },
  titles: { write: "Write `id={id}`", remove: "Remove this `id`" },
  *check(target, { now }) {
    const { root, text } = target;
    if (!root.isMtaSts || isCutShort(target) || hasTypography(root.id?.value ?? "")) return;
    for (const it of root.tags.filter((tag) => tag.name === "id").slice(1)) {
      const edits = [tagRemoval(target, root, it)];
      yield { message: "twice", span: text.spanOf(it.span), fix: { kind: "suggestion", title: "remove", edits } };
    }
    if (root.hasGoodId) return;
    const stamp = timeStamp(now);
    const { id } = root;
    if (id === undefined && (root.version.state !== "right" || root.broken.some(({ reason }) => reason === "equals")))
      return; // mta-sts/version
    const misspelt = id ? undefined : misspeltTag(root, "id", STS_TAGS);
    if (misspelt && /^[a-z0-9]{1,32}$/i.test(misspelt.value)) {
      const edits = [valueEdit(target, misspelt.nameSpan, "id")];
      const fix = { kind: "suggestion", title: "write", data: { id: misspelt.value }, edits } as const;
      yield { message: "missing", span: text.spanOf(misspelt.nameSpan), fix };
      return;
    }
    const edit = id ? valueEdit(target, id.valueSpan, stamp) : tagInsertion(target, root, `id=${stamp}`);
    const fix: Fix<"write"> = { kind: "suggestion", title: "write", data: { id: stamp }, edits: [edit] };
    if (id === undefined) yield { message: "missing", span: wholeValue(target), fix };
    else {
      const at = text.spanOf(id.value === "" ? id.span : id.valueSpan);
      yield { message: id.value === "" ? "missing" : "form", data: { id: id.value }, span: at, fix };
    }
  },
});

/** `20260101T000000`, in UTC. */
function timeStamp(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 19).replace(/[-:]/g, "");
}
