import { shownName } from "../../model/domainName.ts";
import {
  firstLine,
  isGap,
  isMxPattern,
  lineInsertion,
  mailHostsOf,
  type StsPolicyFile,
  valueEdit,
  valueOrField,
} from "../../model/stsPolicyFile.ts";
import { defineRule, type Fix } from "../../rule.ts";
import type { StsField } from "../../syntax/stsPolicy.ts";
import { isAscii, toAsciiName } from "../../text/punycode.ts";

type Title = "write" | "add" | "split";

export default defineRule({
  code: "mta-sts/policy-mx",
  target: "stsPolicy",
  severity: "error",
  fixable: "suggestion",
  summary: "The `mx` lines of an MTA-STS policy file are missing, or one is no host name.",
  docs: {
    why: "Senders deliver only to hosts that an `mx` line names: a full name, or `*.` for one label before the rest. An address, a \
URL, a port or another wildcard matches no host, or breaks the policy, and with `enforce` mail stays in the queue.",
    bad: "version: STSv1\nmode: enforce\nmx: https://mx1.example.com:25\nmax_age: 604800",
    good: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmx: *.mail.example.com\nmax_age: 604800",
  },
  references: ["RFC 8461 §3.2", "RFC 8461 §4.1"],
  messages: {
    missing: "No `mx` line: the policy names no host that mail may go to. Write one for each MX of the domain.",
    empty: "The `mx` has no value, so senders ignore the policy. Write the name of a mail host.",
    address: "`{value}` is an address, and senders compare names. Write the name that the MX record has.",
    url: "`{value}` is a URL, and senders compare host names. Write the name alone.",
    port: "`{value}` has a port, so it matches no host. Write the name alone.",
    preference: "`{value}` has a preference as in an MX record, so it matches no host. Write the name alone.",
    several: "`{value}` is more than one name, so it matches no host. Write an `mx` line for each.",
    wildcard: "In `{value}` the `*` is not the whole first label, so senders ignore the policy. Write `*.` and a name.",
    leadingDot: "`{value}` begins with a dot, so senders ignore the policy. Write `*.` for one label in its place.",
    finalDot: "`{value}` ends with a dot, which host names here do not. Write it without.",
    unicode: "`{value}` is not ASCII, and senders compare A-labels. Write the name as DNS has it.",
    single: "`{value}` is one label, and senders compare whole names. Write the name that the MX record has.",
    form: "`{value}` is no host name, so senders ignore the policy. Write a name, or `*.` and a name.",
  },
  titles: { write: "Write `{name}`", add: "Add the MX hosts of the zone", split: "Write a line for each" },
  *check(file) {
    const { mx, mode, version } = file.root;
    for (const field of mx) {
      if (isMxPattern(field.value)) continue;
      const fault = faultOf(field.value);
      const fix = fixOf(file, field, fault);
      yield { message: fault, data: { value: field.value }, span: valueOrField(field), ...(fix && { fix }) };
    }
    if (mx.length > 0 || isMeantAsNone(file) || !isGap(file, "mx")) return;
    const above = (mode ?? version)?.span;
    const lines = mailHostsOf(file).map(({ host }) => `mx: ${host}`);
    const edits = lines.length === 0 ? [] : [lineInsertion(file, above, lines.join(file.root.lineEnd))];
    const fix = edits.length > 0 && ({ kind: "suggestion", title: "add", edits } as const);
    yield { message: "missing", span: above ?? firstLine(file), ...(fix && { fix }) };
  },
});

/** A `none` that is misspelt or lacks its colon is one all the same, as soon as that is mended. */
function isMeantAsNone({ root: { mode, lines } }: StsPolicyFile): boolean {
  if (mode?.value === "enforce" || mode?.value === "testing") return false;
  return mode?.value === "none" || lines.some(({ text }) => /^mode[\s:=]*none$/i.test(text));
}

function faultOf(value: string) {
  if (value === "") return "empty";
  if (/^[a-z]+:\/\//i.test(value)) return "url";
  if (/^\[.*\]$|^\d+(?:\.\d+){3}$|^[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*$/i.test(value)) return "address";
  if (/^\d+[ \t]+\S+$/.test(value)) return "preference";
  if (/[\s,;]\S/.test(value)) return "several";
  if (/:\d*$/.test(value)) return "port";
  if (value.startsWith(".")) return "leadingDot";
  if (value.replace(/^\*\./, "").includes("*")) return "wildcard";
  if (!isAscii(value)) return "unicode";
  if (/^[a-z0-9-]+$/i.test(value)) return "single";
  return value.endsWith(".") ? "finalDot" : "form";
}

/** Only where what is left is a name. */
function fixOf(file: StsPolicyFile, field: StsField, fault: ReturnType<typeof faultOf>): Fix<Title> | undefined {
  if (fault === "several") {
    const names = field.value.split(/[\s,;]+/).filter((it) => it !== "");
    if (!names.every(isMxPattern)) return undefined;
    const lines = names.map((name, index) => (index === 0 ? name : `mx: ${name}`));
    return { kind: "suggestion", title: "split", edits: [valueEdit(file, field, lines.join(file.root.lineEnd))] };
  }
  const name = fault === "single" ? nameBelow(file, field.value) : nameIn(field.value, fault);
  if (name === undefined || !isMxPattern(name)) return undefined;
  return { kind: "suggestion", title: "write", data: { name }, edits: [valueEdit(file, field, name)] };
}

function nameIn(value: string, fault: ReturnType<typeof faultOf>): string | undefined {
  switch (fault) {
    case "url":
      return /^[a-z]+:\/\/([^/:?#]*)/i.exec(value)?.[1];
    case "port":
    case "finalDot":
      return value.replace(/:\d*$|\.$/, "");
    case "preference":
      return value.replace(/^\d+[ \t]+/, "").replace(/\.$/, "");
    case "leadingDot":
      return `*${value}`;
    case "wildcard":
      // `*mail.example.com`: the rest of the first label would be lost in any other reading.
      return value.replace(/^\*(?=[^.*])/, "*.");
    case "unicode":
      return toAsciiName(value);
    case "form":
      return value.replace(/^["'<]/, "").replace(/[>"';,]{1,3}$/, "");
    default:
      return undefined;
  }
}

function nameBelow({ domain }: StsPolicyFile, label: string): string | undefined {
  return domain && `${label}.${shownName(domain)}`;
}
