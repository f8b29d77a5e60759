import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "zone/invalid-ttl",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "A TTL that is neither seconds nor units, or too long.",
  docs: {
    why: "A TTL is a number of seconds up to 2147483647, or units such as `1h30m`. Servers refuse the zone for anything else; resolvers read a larger number as 0.",
    bad: "www.example.com. 1hour IN A 192.0.2.80",
    good: "www.example.com. 1h IN A 192.0.2.80",
  },
  references: ["RFC 2181 §8", "RFC 1035 §5.1"],
  messages: {
    form: "`{text}` is no TTL, so servers refuse the zone. Write seconds, or units such as `1h30m`.",
    large: "`{text}` is over 2147483647 seconds, so servers refuse the zone or read 0. Write less, such as `1w`.",
  },
  *check(entry) {
    for (const { code, detail: text, span } of entry.issues) {
      if (code !== "zone/invalid-ttl") continue;
      const isLarge = /^(?:\d+|(?:\d+[smhdw])+)$/i.test(text);
      yield { message: isLarge ? "large" : "form", data: { text }, span };
    }
  },
});
