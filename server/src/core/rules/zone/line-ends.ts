import { defineRule } from "../../rule.ts";

/** Without a fix: an editor keeps one kind of line end a document and changes it by its own command, not by edits. */
export default defineRule({
  code: "zone/line-ends",
  target: "zone",
  severity: "hint",
  fixable: false,
  summary: "Lines end with CR LF, which some servers refuse.",
  docs: {
    why: "BIND, NSD and PowerDNS skip the carriage return; Knot and its kzonecheck refuse the file at the first one.",
    bad: "www.example.com. 3600 IN A 192.0.2.1\r\n",
    good: "www.example.com. 3600 IN A 192.0.2.1\n",
  },
  references: ["RFC 1035 §5.1"],
  messages: {
    crlf: "Lines end with CR LF here, and Knot refuses such a file. Change the file's line ends to LF.",
  },
  *check({ firstCrLf }) {
    if (firstCrLf) yield { message: "crlf", span: firstCrLf.span, at: firstCrLf.entry };
  },
});
