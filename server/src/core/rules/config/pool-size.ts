import type { ConfigFile } from "../../model/config.ts";
import { rewrite } from "../../model/configEdits.ts";
import { distinct, providerOfServer, serversIn } from "../../model/configQueries.ts";
import { integerOf } from "../../model/configValues.ts";
import { defineRule, type Report } from "../../rule.ts";

const MOST = 50;

export default defineRule({
  code: "config/pool-size",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "More connections at once than servers take.",
  docs: {
    why: "Servers count the connections of one client. Over their limit they answer `421` or `432`, or slow everything down; \
Microsoft 365 takes three. More connections seldom send faster than a few that stay open.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, pool: { maxConnections: 200 } } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, pool: { maxConnections: 10 } } } }",
  },
  references: ["RFC 5321 §4.5.4.1", "RFC 3463 §3.5"],
  messages: {
    many: "{count} connections at once are more than servers take; they answer 421. Write {most} or fewer.",
    provider: "{provider} takes {most} connections at once and answers 432 to more. Write {most}.",
  },
  titles: { lower: "Write `{most}`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"many" | "provider", "lower">> {
  for (const server of serversIn(file)) {
    const value = server.pool?.maxConnections;
    const count = value && integerOf(value.value);
    if (!value || count === undefined) continue;
    const provider = providerOfServer(server);
    const most = provider?.maxConnections ?? MOST;
    if (count <= most) continue;
    const data = { count, most, provider: provider?.name ?? "" };
    const fix = {
      kind: "suggestion" as const,
      title: "lower" as const,
      data,
      edits: rewrite(file, value, String(most)),
    };
    yield { message: provider?.maxConnections ? "provider" : "many", data, span: value.span, fix };
  }
}
