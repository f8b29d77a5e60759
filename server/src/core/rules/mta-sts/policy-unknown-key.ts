import { lineRemoval, meantKey } from "../../model/stsPolicyFile.ts";
import { defineRule } from "../../rule.ts";
import { STS_KEYS } from "../../syntax/stsPolicy.ts";

/** An error where the key that was meant is missing without it: then the policy is broken. */
export default defineRule({
  code: "mta-sts/policy-unknown-key",
  target: "stsPolicy",
  severity: "info",
  fixable: "suggestion",
  summary: "A key of an MTA-STS policy file that senders ignore.",
  docs: {
    why: "Senders know four keys, `version`, `mode`, `mx` and `max_age`, in exactly these letters, and ignore all others. A \
misspelt one counts as missing, and without `version`, `mode` or `max_age` the whole policy is broken.",
    bad: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax-age: 604800",
    good: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800",
  },
  references: ["RFC 8461 §3.2"],
  messages: {
    unknown: "Senders do not know `{key}` and ignore it. They know `version`, `mode`, `mx` and `max_age`.",
    meant: "Senders do not know `{key}` and ignore it. Write `{meant}`.",
  },
  titles: { write: "Write `{meant}`", delete: "Delete the line" },
  *check(file) {
    const { fields } = file.root;
    for (const { key, keySpan, span } of fields) {
      if (STS_KEYS.some((it) => it === key) || !/^[A-Za-z0-9][\w.-]{0,31}$/.test(key)) continue;
      const meant = meantKey(key);
      const data = { key, meant: meant ?? "" };
      const remove = { kind: "suggestion", title: "delete", data, edits: [lineRemoval(file, span)] } as const;
      if (meant === undefined) {
        yield { message: "unknown", data, span: keySpan, fix: remove };
        continue;
      }
      // Each `mx` line names another host.
      const isMissing = meant === "mx" || !fields.some((it) => it.key === meant);
      yield {
        message: "meant",
        data,
        span: keySpan,
        ...(isMissing && { severity: "error" }),
        fix: { kind: "suggestion", title: "write", data, edits: [{ span: keySpan, newText: meant }] },
        alternatives: isMissing ? [] : [remove],
      };
    }
  },
});
