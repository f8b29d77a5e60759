import { parseDuration } from "../../facts/units.ts";
import type { ConfigFile } from "../../model/config.ts";
import { distinct, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

const LEAST_MS = 1_000;
const MOST_MS = 600_000;

export default defineRule({
  code: "config/timeouts",
  target: "config",
  severity: "warning",
  fixable: false,
  summary: "A time limit that is too short to connect, or so long that nobody waits for it.",
  docs: {
    why: "A server far away needs a second for TLS alone, and some delay their greeting to fend off spam. Over ten minutes a \
dead connection blocks the mails behind it.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, timeouts: { connection: 0s } } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, timeouts: { connection: 10s } } } }",
  },
  references: ["RFC 5321 §4.5.3.2", "RFC 5321 §4.5.3.2.7"],
  messages: {
    short: "`{text}` is too short to connect over the Internet, so mail fails at random. Write 10s or more.",
    long: "`{text}` blocks the mails behind a dead connection for that long. Write 10m or less.",
  },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"short" | "long", never>> {
  for (const value of serversIn(file).flatMap(({ timeouts }) => timeouts)) {
    const milliseconds = parseDuration(value.value);
    if (milliseconds === undefined) continue;
    const data = { text: value.value };
    if (milliseconds < LEAST_MS) yield { message: "short", data, span: value.span };
    if (milliseconds > MOST_MS) yield { message: "long", data, span: value.span };
  }
}
