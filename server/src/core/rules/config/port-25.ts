import { isMxHostOfProvider } from "../../facts/providers.ts";
import type { ConfigFile } from "../../model/config.ts";
import { writePort } from "../../model/configEdits.ts";
import {
  distinct,
  hasCredentials,
  hostOf,
  isHostOfEnvironment,
  isPrivateHost,
  providerOfServer,
  serversIn,
} from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

/**
 * Submission on the relay port. A relay without login is meant so inside one's own network and to a provider's MX, as
 * printers and devices send to Microsoft 365.
 */
export default defineRule({
  code: "config/port-25",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "Mail that is submitted on port 25.",
  docs: {
    why: "Port 25 is for mail between servers. Most networks, clouds and access providers block it towards the outside, so \
submission hangs there until it times out. 465 and 587 are made for it.",
    bad: 'version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, port: 25, auth: { username: ops, password: "${env:P}" } } } }',
    good: 'version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, port: 587, auth: { username: ops, password: "${env:P}" } } } }',
  },
  references: ["RFC 6409 §3.1", "RFC 5068 §3.1"],
  messages: {
    relay: "Port 25 is for relay between servers, and most networks block it. Write {right} to submit mail.",
  },
  titles: { port: "Write port {right}" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"relay", "port">> {
  for (const server of serversIn(file)) {
    const { port, protocol, security } = server;
    const host = hostOf(server);
    if (protocol !== "smtp" || port.value !== 25 || !port.span || security.value === "tls") continue;
    const isRelay = host === undefined ? isHostOfEnvironment(server) : isPrivateHost(host) || isMxHostOfProvider(host);
    if (!hasCredentials(server) && isRelay) continue;
    const offered = providerOfServer(server)?.smtp.ports.find((it) => it.security === "starttls" && it.port !== 25);
    const right = offered?.port ?? 587;
    const fix = {
      kind: "suggestion" as const,
      title: "port" as const,
      data: { right },
      edits: writePort(file, server, right),
    };
    yield { message: "relay", data: { right }, span: port.span, fix };
  }
}
