import { defineRule } from "../../rule.ts";

/** Declares code, texts and severity; the engine makes the findings, as only it knows what a comment has suppressed. */
export default defineRule({
  code: "cross/suppression-unused",
  target: "zone",
  severity: "hint",
  fixable: "safe",
  summary: "A suppression comment suppresses nothing.",
  docs: {
    why: "What it was written for has been mended or has moved. It would hide the next fault of the same kind without anybody knowing.",
    bad: "; mailconfig-disable-next-line spf/ptr\nwww.example.com. 3600 IN A 192.0.2.1",
    good: "; the web server\nwww.example.com. 3600 IN A 192.0.2.1",
  },
  references: ["https://www.rfc-editor.org/rfc/rfc1035#section-5.1"],
  messages: {
    unused: "Nothing here is reported by `{code}`, so this comment suppresses nothing. Delete it.",
    unknown: "There is no rule `{code}`, so this comment suppresses nothing. Correct the code or delete it.",
  },
  titles: {
    delete: "Delete the comment",
    deleteCode: "Delete `{code}` from the comment",
  },
  check: () => [],
});
