import { parseDuration } from "../../facts/units.ts";
import type { ConfigFile } from "../../model/config.ts";
import { rewrite } from "../../model/configEdits.ts";
import { distinct } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

const DAY_MS = 86_400_000;

export default defineRule({
  code: "config/log-retention",
  target: "config",
  severity: "info",
  fixable: "suggestion",
  summary: "Mail logs that go before the profile allows it.",
  docs: {
    why: "Misuse of an account is often found months later, and only the logs tell what happened. 180 days are usual; who \
handles payment cards has to keep twelve months.",
    bad: "version: 1\nlogging: { retention: 30d }",
    good: "version: 1\nlogging: { retention: 180d }",
  },
  references: ["PCI DSS v4 10.5.1", "NIST SP 800-92 §4.2"],
  messages: {
    short: "Logs that are kept for `{text}` are gone when misuse is found. Write `{most}`, the least for this profile.",
  },
  titles: { raise: "Write `{most}`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"short", "raise">> {
  for (const { logRetention, profile } of file.documents) {
    const milliseconds = logRetention && parseDuration(logRetention.value);
    const days = profile?.value === "pci-dss" ? 365 : 180;
    if (!logRetention || milliseconds === undefined || milliseconds >= days * DAY_MS) continue;
    const data = { text: logRetention.value, most: `${days}d` };
    const edits = rewrite(file, logRetention, data.most);
    yield { message: "short", data, span: logRetention.span, fix: { kind: "suggestion", title: "raise", data, edits } };
  }
}
