import { portFact } from "../../facts/ports.ts";
import { isHostOf, knownHosts, type Provider, type ProviderServer, providerServer } from "../../facts/providers.ts";
import type { ConfigFile, Server } from "../../model/config.ts";
import { rewrite, writePort, writeSecurity } from "../../model/configEdits.ts";
import { distinct, hostOf, isLoopback, providerOfServer, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { edit } from "../../text/span.ts";

type Message = "host" | "port" | "security";

/** Host, port or security that the provider (by name, or by its host) does not have. */
export default defineRule({
  code: "config/provider-mismatch",
  target: "config",
  severity: "warning",
  fixable: "safe",
  summary: "Host, port or security that are not the provider's.",
  docs: {
    why: "Providers publish which host, port and encryption go together. Many guides get them wrong: Microsoft 365, for one, \
takes no TLS on 465, only STARTTLS on 587, so a program waits there until it gives up.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: smtp.office365.com, port: 465, security: tls } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: smtp.office365.com, port: 587, security: starttls } } }",
  },
  references: ["RFC 8314 §4", "RFC 6186 §3.1"],
  messages: {
    host: "`{host}` is no server of {provider}, so the login fails there. Write `{right}`.",
    port: "{provider} does not listen on port {port}, so the connection hangs. Write {right} with `security: {security}`.",
    security: "{provider} wants `security: {right}` on port {port}; anything else hangs. Write it.",
  },
  titles: {
    host: "Write `{right}`",
    port: "Use port {right} with `security: {security}`",
    security: "Write `security: {right}`",
  },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, Message>> {
  for (const server of serversIn(file)) {
    const { account, protocol } = server;
    const host = hostOf(server);
    const named = server.isFailover ? undefined : account.provider;
    const own = named && providerServer(named, protocol);
    if (named && own && host !== undefined && server.host?.span && !isHostOf(own, host) && !isLoopback(host)) {
      const isTypo = didYouMean(host, knownHosts(protocol), 1) !== undefined;
      if (!isTypo) yield hostReport(file, server, named, own);
      continue;
    }
    const provider = providerOfServer(server);
    const known = provider && providerServer(provider, protocol);
    if (provider && known) yield* portReports(file, server, provider, known);
  }
}

function hostReport(
  file: ConfigFile,
  server: Server,
  { name }: Provider,
  { host: right }: ProviderServer,
): Report<Message, Message> {
  const span = server.host?.span ?? server.span;
  const edits = server.host?.written ? rewrite(file, server.host.written, right) : [edit(span.start, span.end, right)];
  const data = { host: server.host?.value ?? "", provider: name, right };
  return { message: "host", data, span, fix: { kind: "safe", title: "host", data, edits } };
}

function* portReports(
  file: ConfigFile,
  server: Server,
  { name }: Provider,
  { ports }: ProviderServer,
): Generator<Report<Message, Message>> {
  const { port, security } = server;
  if (ports.some((it) => it.port === port.value && it.security === security.value)) return;
  const fact = portFact(port.value);
  const samePort = ports.find((it) => it.port === port.value);
  if (samePort) {
    // config/port-security and config/cleartext-auth say it of a port that they know
    if (fact?.security !== undefined || security.value === "none") return;
    const data = { provider: name, port: port.value, right: samePort.security };
    const edits = writeSecurity(file, server, samePort.security);
    if (security.span)
      yield { message: "security", data, span: security.span, fix: { kind: "safe", title: "security", data, edits } };
    return;
  }
  if (fact && fact.protocol !== server.protocol) return; // config/port-protocol
  const right = ports.find((it) => it.security === security.value) ?? ports[0];
  const span = port.span ?? security.span;
  if (!right || !span) return;
  const edits = [
    ...(port.span ? writePort(file, server, right.port) : []),
    ...(security.span && security.value !== right.security ? writeSecurity(file, server, right.security) : []),
  ];
  const data = { provider: name, port: port.value, right: right.port, security: right.security };
  yield { message: "port", data, span, fix: { kind: "safe", title: "port", data, edits } };
}
