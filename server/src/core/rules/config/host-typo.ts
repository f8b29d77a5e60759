import { knownHosts, providerOfHost } from "../../facts/providers.ts";
import type { ConfigFile } from "../../model/config.ts";
import { rewrite } from "../../model/configEdits.ts";
import { distinct, hostOf, serversIn } from "../../model/configQueries.ts";
import { defineRule, type FixEdit, type Report } from "../../rule.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { edit } from "../../text/span.ts";

export default defineRule({
  code: "config/host-typo",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "A host that is one letter away from a known provider's.",
  docs: {
    why: "Names one letter beside a large provider's are registered by people who wait for such slips: the login goes to \
them. At best nobody answers.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: smtp.gmial.com } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: smtp.gmail.com } } }",
  },
  references: ["RFC 8314 §5.4"],
  messages: {
    typo: "`{host}` is one letter away from `{other}`: another server would get the login. Write `{other}`.",
  },
  titles: { correct: "Write `{other}`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"typo", "correct">> {
  for (const server of serversIn(file)) {
    const host = hostOf(server);
    const span = server.host?.span;
    if (!host || !span || host.length < 8 || /\.(?:example|test|invalid)$|\.example\.\w+$/.test(host)) continue;
    if (providerOfHost(host)) continue;
    const other = didYouMean(host, knownHosts(server.protocol), 1);
    if (other === undefined || /\d$/.test(other)) continue;
    const edits: FixEdit[] = server.host.written
      ? rewrite(file, server.host.written, other)
      : [edit(span.start, span.end, other)];
    yield {
      message: "typo",
      data: { host, other },
      span,
      fix: { kind: "suggestion", title: "correct", data: { other }, edits },
    };
  }
}
