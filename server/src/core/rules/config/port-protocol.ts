import { defaultPort, portFact } from "../../facts/ports.ts";
import { providerServer } from "../../facts/providers.ts";
import type { ConfigFile } from "../../model/config.ts";
import { writePort } from "../../model/configEdits.ts";
import { distinct, providerOfServer, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

/** A port that belongs to another protocol: IMAP's under `smtp`, and so on. */
export default defineRule({
  code: "config/port-protocol",
  target: "config",
  severity: "error",
  fixable: "suggestion",
  summary: "A port that belongs to another protocol.",
  docs: {
    why: "A server answers one protocol on each port. A program that speaks SMTP to an IMAP port gets a greeting that it \
does not understand, and gives up.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: mail.example.com, port: 993 } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: mail.example.com, port: 465 } } }",
  },
  references: ["RFC 8314 §7", "RFC 6335 §6"],
  messages: {
    other: "Port {port} is for {service}, so nothing here will be understood. Write {right} for `{protocol}`.",
  },
  titles: { port: "Write port {right}" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"other", "port">> {
  for (const server of serversIn(file)) {
    const { port, protocol, security } = server;
    const fact = portFact(port.value);
    if (!port.span || !fact?.isRegistered || fact.protocol === protocol) continue;
    const wanted = security.span ? security.value : (fact.security ?? "tls");
    const provider = providerOfServer(server);
    const own = provider && providerServer(provider, protocol)?.ports.find((it) => it.security === wanted);
    const right = own?.port ?? defaultPort(protocol, wanted);
    const fix = {
      kind: "suggestion" as const,
      title: "port" as const,
      data: { right },
      edits: writePort(file, server, right),
    };
    const service = fact.service.toUpperCase();
    yield { message: "other", data: { port: port.value, service, right, protocol }, span: port.span, fix };
  }
}
