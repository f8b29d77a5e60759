import { portFact } from "../../facts/ports.ts";
import { providerServer } from "../../facts/providers.ts";
import type { ConfigFile } from "../../model/config.ts";
import { writePort, writeSecurity } from "../../model/configEdits.ts";
import { distinct, providerOfServer, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

/** STARTTLS at a provider that offers TLS from the first byte (RFC 8314 §3.3). */
export default defineRule({
  code: "config/prefer-implicit-tls",
  target: "config",
  severity: "hint",
  fixable: "suggestion",
  summary: "STARTTLS where the provider offers TLS from the first byte.",
  docs: {
    why: "A connection that begins in clear text can be kept there by whoever stands between, if the program lets it. With \
implicit TLS there is nothing to hold back, and one round trip less.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: smtp.gmail.com, port: 587, security: starttls } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: smtp.gmail.com, port: 465, security: tls } } }",
  },
  references: ["RFC 8314 §3.3", "RFC 8314 §3"],
  messages: {
    better: "{provider} offers TLS from the first byte on port {port}, which nobody can hold back. Prefer it.",
  },
  titles: { use: "Use port {port} with `security: tls`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"better", "use">> {
  for (const server of serversIn(file)) {
    const { security, port, protocol } = server;
    const provider = providerOfServer(server);
    const known = provider && providerServer(provider, protocol);
    const offered = known?.ports.find((it) => it.security === "tls");
    const span = security.span ?? port.span;
    if (!provider || !offered || !span || security.value !== "starttls") continue;
    // A second door such as 2525 is written where a network blocks the first.
    if (!portFact(port.value)?.isRegistered) continue;
    if (!known?.ports.some((it) => it.port === port.value && it.security === "starttls")) continue;
    const edits = [...writeSecurity(file, server, "tls"), ...(port.span ? writePort(file, server, offered.port) : [])];
    const data = { provider: provider.name, port: offered.port };
    yield { message: "better", data, span, fix: { kind: "suggestion", title: "use", data, edits } };
  }
}
