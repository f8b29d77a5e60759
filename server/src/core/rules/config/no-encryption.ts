import { defaultPort, portFact } from "../../facts/ports.ts";
import type { ConfigFile } from "../../model/config.ts";
import { writePort, writeSecurity } from "../../model/configEdits.ts";
import {
  distinct,
  hasCredentials,
  hostOf,
  isHostOfEnvironment,
  isPrivateHost,
  serversIn,
} from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

/** `security: none` without a login; with one it is `config/cleartext-auth`. */
export default defineRule({
  code: "config/no-encryption",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "A connection without encryption.",
  docs: {
    why: "Mail sent without TLS can be read and changed by everyone on the way, its recipients included. Only a server on \
the same machine is out of their reach.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: relay.example.com, port: 587, security: none } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: relay.example.com, port: 587, security: starttls } } }",
  },
  references: ["RFC 8314 §4.1", "RFC 3207 §6"],
  messages: {
    open: "Mail goes to {host} unencrypted, so anyone on the way reads and changes it. Write `security: {wanted}`.",
  },
  titles: { encrypt: "Write `security: {wanted}`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"open", "encrypt">> {
  for (const server of serversIn(file)) {
    const { security, port, protocol } = server;
    const host = hostOf(server);
    // A relay beside the program, in its own network, is nobody's business but theirs.
    const isNear = host === undefined ? isHostOfEnvironment(server) : isPrivateHost(host);
    if (security.value !== "none" || !security.span || isNear || hasCredentials(server)) continue;
    const fact = portFact(port.value);
    if (fact?.security === "tls") continue; // config/port-security says more
    const wanted = fact?.security ?? "tls";
    const isOdd = fact === undefined && port.span !== undefined;
    const edits = [
      ...writeSecurity(file, server, wanted),
      ...(isOdd ? writePort(file, server, defaultPort(protocol, wanted)) : []),
    ];
    const fix = { kind: "suggestion" as const, title: "encrypt" as const, data: { wanted }, edits };
    yield { message: "open", data: { host: host ?? server.host?.value ?? "?", wanted }, span: security.span, fix };
  }
}
