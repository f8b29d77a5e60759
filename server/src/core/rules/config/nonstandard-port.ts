import { PORTS, portFact } from "../../facts/ports.ts";
import { providerServer } from "../../facts/providers.ts";
import type { ConfigFile } from "../../model/config.ts";
import { distinct, hostOf, isPrivateHost, providerOfServer, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

/** Second doors of sending services, for networks that block 465 and 587: 2525 has a row of its own. */
const SECOND_DOORS = [2465, 2587];

/** A port that no registry names for the protocol; silent for known providers and for hosts of one's own network. */
export default defineRule({
  code: "config/nonstandard-port",
  target: "config",
  severity: "info",
  fixable: false,
  summary: "A port that is not registered for the protocol.",
  docs: {
    why: "Servers may listen anywhere, but firewalls let the registered ports pass and not others. Often such a number is a \
slip of the fingers.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, port: 4650 } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, port: 465 } } }",
  },
  references: ["RFC 6335 §6", "RFC 8314 §7"],
  messages: { odd: "Port {port} is not registered for `{protocol}`, so firewalls may stop it. Usual are {usual}." },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"odd", never>> {
  for (const server of serversIn(file)) {
    const { port, protocol } = server;
    const host = hostOf(server);
    const fact = portFact(port.value);
    if (!port.span || fact?.isRegistered || (fact && fact.protocol === protocol)) continue;
    if (host === undefined || isPrivateHost(host)) continue;
    if (protocol === "smtp" && SECOND_DOORS.includes(port.value)) continue;
    if (port.value < 1 || port.value > 65535) continue; // config/schema
    const provider = providerOfServer(server);
    if (provider && providerServer(provider, protocol)) continue; // config/provider-mismatch knows its ports
    const usual = PORTS.filter((it) => it.isRegistered && it.protocol === protocol && it.port !== 25).map(
      (it) => it.port,
    );
    yield { message: "odd", data: { port: port.value, protocol, usual: usual.join(", ") }, span: port.span };
  }
}
