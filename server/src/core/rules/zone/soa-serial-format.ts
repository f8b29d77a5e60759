import { defineRule } from "../../rule.ts";

const DAY_MS = 86_400_000;

export default defineRule({
  code: "zone/soa-serial-format",
  target: "entry",
  severity: "hint",
  fixable: false,
  summary: "The serial looks like a date but is none, or lies in the future.",
  docs: {
    why: "Serials are mostly written as `YYYYMMDDnn`. A mistyped one still works, but every later serial must be larger, so a date in the future can only be left by a detour.",
    bad: "example.com. IN SOA ns1.example.com. hostmaster.example.com. 2026139901 7200 3600 1209600 3600",
    good: "example.com. IN SOA ns1.example.com. hostmaster.example.com. 2026010901 7200 3600 1209600 3600",
  },
  references: ["RFC 1912 §2.2", "RFC 1982 §3"],
  messages: {
    date: "`{serial}` looks like `YYYYMMDDnn`, but there is no such day. Later serials must be larger all the same.",
    future: "`{serial}` is a date in the future; every serial until then must be larger. Write today's date.",
  },
  *check(entry, { now }) {
    if (entry.kind !== "record" || entry.typeName !== "SOA") return;
    const field = entry.fields[2];
    // Other ten-digit numbers (seconds since 1970, from 2033 on 20…) cannot be told apart, so only this century's dates are read.
    const parts = /^(20\d\d)(\d\d)(\d\d)\d\d$/.exec(field?.text ?? "");
    if (field === undefined || parts === null) return;
    const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
    // Some services count on from the year alone: `2021000012`.
    if (month === 0) return;
    const date = new Date(Date.UTC(year, month - 1, day));
    const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    // Services that count otherwise come by numbers such as `2051234567`.
    const isNear = year <= new Date(now).getUTCFullYear() + 1;
    if (!isDay && !isNear) return;
    if (!isDay) yield { message: "date", data: { serial: field.text }, span: field.span };
    // Somewhere it is already tomorrow.
    else if (date.getTime() > now + DAY_MS) yield { message: "future", data: { serial: field.text }, span: field.span };
  },
});
