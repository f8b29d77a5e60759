import { parseDuration } from "../../facts/units.ts";
import { firstLine, isGap, lineInsertion, valueEdit, valueOrField } from "../../model/stsPolicyFile.ts";
import { defineRule } from "../../rule.ts";

const DAY = 86_400;
const WEEK = 7 * DAY;
const LONGEST = 31_557_600;

/** A policy that takes itself back (`none`) is meant to be kept for a short time (RFC 8461 §8.3). */
export default defineRule({
  code: "mta-sts/policy-max-age",
  target: "stsPolicy",
  severity: "error",
  fixable: "suggestion",
  summary:
    "The `max_age` of an MTA-STS policy file is missing, no number of seconds, too long, or too short to protect.",
  docs: {
    why: "Senders keep a policy for `max_age` seconds. Without a number, or with one over a year, the policy is broken. With a short \
one it expires between two mails, and an attacker only has to block the next fetch; weeks are usual.",
    bad: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 7d",
    good: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800",
  },
  references: ["RFC 8461 §3.2", "RFC 8461 §10.2"],
  messages: {
    missing: "The `max_age` is missing, so senders ignore the policy. Write how many seconds they may keep it.",
    empty: "The `max_age` has no value, so senders ignore the policy. Write how many seconds they may keep it.",
    number: "`{value}` is no number of seconds, so senders ignore the policy. Write digits only, such as `604800`.",
    long: "`{value}` is over a year, more than senders accept. Write at most `31557600`.",
    day: "Senders forget the policy after less than a day, and it protects little. Write `604800` (a week) or more.",
    week: "Senders forget this policy within a week. Write `604800` (a week) or more where TLS is enforced.",
  },
  titles: { write: "Write `{seconds}`", add: "Add `max_age: 604800`" },
  *check(file) {
    const { maxAge, fields, mode } = file.root;
    if (maxAge === undefined) {
      if (!isGap(file, "max_age")) return;
      const last = fields.at(-1)?.span;
      const edits = [lineInsertion(file, last, `max_age: ${WEEK}`)];
      yield { message: "missing", span: last ?? firstLine(file), fix: { kind: "suggestion", title: "add", edits } };
      return;
    }
    const { value } = maxAge;
    const fault = faultOf(value, mode?.value);
    if (fault === undefined) return;
    const seconds = String(fault === "long" ? LONGEST : secondsOf(value));
    yield {
      message: fault,
      data: { value },
      span: valueOrField(maxAge),
      ...((fault === "day" || fault === "week") && { severity: "warning" }),
      fix: { kind: "suggestion", title: "write", data: { seconds }, edits: [valueEdit(file, maxAge, seconds)] },
    };
  },
});

function faultOf(value: string, mode: string | undefined) {
  if (value === "") return "empty";
  if (!/^\d+$/.test(value)) return "number";
  const seconds = Number(value);
  if (seconds > LONGEST || value.length > 10) return "long";
  if (mode === "none") return undefined;
  if (seconds < DAY) return "day";
  return mode === "enforce" && seconds < WEEK ? "week" : undefined;
}

/** `7d` in seconds where it is a lifetime that protects, else a week. */
function secondsOf(value: string): number {
  const seconds = Math.floor((parseDuration(value) ?? 0) / 1000);
  return seconds >= WEEK && seconds <= LONGEST ? seconds : WEEK;
}
