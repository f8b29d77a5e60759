import { defaultPort, portFact } from "../../facts/ports.ts";
import type { ConfigFile } from "../../model/config.ts";
import { writePort, writeSecurity } from "../../model/configEdits.ts";
import { distinct, hasCredentials, hostOf, isLoopback, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

/** `security: none` with a login, to a host that is not this machine (RFC 8314 §4.1). */
export default defineRule({
  code: "config/cleartext-auth",
  target: "config",
  severity: "error",
  fixable: "suggestion",
  summary: "A login that is sent without encryption.",
  docs: {
    why: "Without TLS, everyone on the way reads the user name and the password, and can send mail with them. Only a server \
on the same machine is out of their reach.",
    bad: 'version: 1\naccounts:\n  ops:\n    smtp: { host: smtp.example.com, port: 587, security: none, auth: { username: ops, password: "${env:P}" } }',
    good: 'version: 1\naccounts:\n  ops:\n    smtp: { host: smtp.example.com, port: 465, security: tls, auth: { username: ops, password: "${env:P}" } }',
  },
  references: ["RFC 8314 §4.1", "RFC 4954 §4"],
  messages: {
    login: "The login goes to {host} in clear text, where anyone on the way reads it. Write `security: {wanted}`.",
  },
  titles: { encrypt: "Write `security: {wanted}`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"login", "encrypt">> {
  for (const server of serversIn(file)) {
    const { security, port, protocol } = server;
    const host = hostOf(server);
    if (security.value !== "none" || !security.span || isLoopback(host) || !hasCredentials(server)) continue;
    const wanted = portFact(port.value)?.security ?? "tls";
    const isOdd = portFact(port.value) === undefined && port.span !== undefined;
    const edits = [
      ...writeSecurity(file, server, wanted),
      ...(isOdd ? writePort(file, server, defaultPort(protocol, wanted)) : []),
    ];
    const fix = { kind: "suggestion" as const, title: "encrypt" as const, data: { wanted }, edits };
    yield { message: "login", data: { host: host ?? server.host?.value ?? "?", wanted }, span: security.span, fix };
  }
}
