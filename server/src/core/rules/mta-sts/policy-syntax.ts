import { lineRemoval, meantKey, type StsPolicyFile } from "../../model/stsPolicyFile.ts";
import { defineRule, type Fix, type FixEdit, replace } from "../../rule.ts";
import type { SyntaxIssue } from "../../syntax/parsed.ts";
import { type Span, span } from "../../text/span.ts";

type Title = "delete" | "deleteMark" | "deleteBlanks" | "colon" | "break" | "lines";

/** Words what the reader of policy files met. */
export default defineRule({
  code: "mta-sts/policy-syntax",
  target: "stsPolicy",
  severity: "error",
  fixable: "safe",
  summary: "A line of an MTA-STS policy file is no `key: value`.",
  docs: {
    why: "A policy file is nothing but lines of a key, a colon and a value. It knows no comments, no indentation and no empty lines. \
Many senders drop a file with any other line as a whole, and then demand no TLS.",
    bad: "version: STSv1\nmode: enforce\n# our two hosts\nmx: mx1.example.com\nmx: mx2.example.com\nmax_age: 604800",
    good: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmx: mx2.example.com\nmax_age: 604800",
  },
  references: ["RFC 8461 §3.2"],
  messages: {
    bom: "A byte order mark stands before the first key, so senders do not find `version`. Delete it.",
    lineEnd: "A lone carriage return ends no line, so senders read two lines as one. End it with a line feed.",
    blankLine: "An empty line is no `key: value`, and strict senders drop the whole policy. Delete it.",
    indent: "Blanks before the key: strict senders drop the whole policy. Begin the line with the key.",
    comment: "Policy files have no comments, so strict senders drop the whole policy. Delete the line.",
    noColon: "`{text}` is no `key: value`, and strict senders drop the whole policy. Write a key, `:` and its value.",
    joined:
      "Each key needs a line of its own, or senders read one long value and ignore the policy. Break the line here.",
    list: "Policy files have no lists, so strict senders drop the whole policy. Write an `mx:` line for each host.",
    key: "`{text}` is no key: letters, digits, `_`, `-` and `.` are. Strict senders drop the whole policy.",
    blank: "A blank before the colon: strict senders drop the whole policy. Write the `:` right behind the key.",
    noValue: "`{text}` has no value, and strict senders drop the whole policy. Write one, or delete the line.",
  },
  titles: {
    delete: "Delete the line",
    deleteMark: "Delete the byte order mark",
    deleteBlanks: "Delete the blanks",
    colon: "Write `{text}`",
    break: "Give each key a line of its own",
    lines: "Write an `mx:` line for each",
  },
  *check(file) {
    for (const issue of file.issues) {
      const message = MESSAGES.find((it) => it === issue.data?.["reason"]);
      if (message === undefined) continue;
      const fix = fixOf(file, issue, message);
      const severity = message === "blankLine" ? { severity: blankSeverity(file, issue) } : {};
      yield { message, data: { text: issue.detail }, span: issue.span, ...severity, ...(fix && { fix }) };
    }
  },
});

/** Readers that split at line ends stumble over one in the middle; editors leave some at the end. */
function blankSeverity({ text }: StsPolicyFile, { span }: SyntaxIssue): "warning" | "hint" {
  return span.end === text.length ? "hint" : "warning";
}

const MESSAGES = [
  "bom",
  "lineEnd",
  "blankLine",
  "indent",
  "comment",
  "noColon",
  "joined",
  "list",
  "key",
  "blank",
  "noValue",
] as const;

function fixOf(file: StsPolicyFile, issue: SyntaxIssue, reason: (typeof MESSAGES)[number]): Fix<Title> | undefined {
  const { span: at, detail } = issue;
  switch (reason) {
    case "bom":
    case "indent":
    case "blank":
      return replace("safe", reason === "bom" ? "deleteMark" : "deleteBlanks", at, "");
    case "blankLine":
      return replace("safe", "delete", at, "");
    case "comment":
      return { kind: "safe", title: "delete", edits: [lineRemoval(file, at)] };
    case "noColon":
      return colonFix(issue);
    case "joined":
      return { kind: "safe", title: "break", edits: breaks(file, at) };
    case "list":
      return { kind: "safe", title: "lines", edits: listLines(file, at) };
    case "noValue":
      return { kind: "suggestion", title: "delete", data: { text: detail }, edits: [lineRemoval(file, at)] };
    default:
      return undefined;
  }
}

/** Line ends in the places of the separators, as far as one line of the file goes. */
function breaks({ text, root }: StsPolicyFile, { start }: Span): FixEdit[] {
  const edits: FixEdit[] = [];
  for (const [index, { span: at }] of root.lines.entries()) {
    const next = root.lines[index + 1];
    if (!next || at.end < start) continue;
    if (/[\r\n]/.test(text.slice(at.end, next.span.start))) break;
    edits.push({ span: span(at.end, next.span.start), newText: root.lineEnd });
  }
  return edits;
}

function listLines({ text, root }: StsPolicyFile, head: Span): FixEdit[] {
  const first = root.mx.findIndex((it) => it.span.start > head.start);
  const after = root.mx.slice(first);
  const end = after.findIndex(({ keySpan }) => text[keySpan.start] !== "-");
  const items = end < 0 ? after : after.slice(0, end);
  const newText = items.map(({ value }) => `mx: ${value}`).join(root.lineEnd);
  return [{ span: span(head.start, items.at(-1)?.span.end ?? head.end), newText }];
}

/** `mode=enforce`, `mode enforce`: a known key, and something else where the colon belongs. */
function colonFix({ span: at, detail }: SyntaxIssue): Fix<Title> | undefined {
  const [, word = "", value = ""] = /^([A-Za-z_-]{1,10})[ \t]?[ \t=\uff1a][ \t]?([^\s=].*)$/.exec(detail) ?? [];
  const key = word === "v" ? "version" : meantKey(word);
  if (key === undefined || value === "" || /[;=]/.test(value)) return undefined;
  const text = `${key}: ${value}`;
  return replace("suggestion", "colon", at, text, { text });
}
