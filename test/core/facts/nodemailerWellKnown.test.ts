import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { PROVIDERS, providerOfHost } from "../../../server/src/core/facts/providers.ts";

interface Service {
  readonly host?: string;
  /** Some are written as text. */
  readonly port?: number | string;
  readonly secure?: boolean;
  readonly domains?: readonly string[];
}

const require = createRequire(import.meta.url);
/** What nodemailer knows by name. We check our table against it; nothing is copied. */
const SERVICES: Readonly<Record<string, Service>> = require("nodemailer/lib/well-known/services.json");

/** Where the two differ and ours is right: `service: what they say # why ours differs`. Must not grow. */
const KNOWN = new Map(
  readFileSync("test/core/facts/nodemailer-contradictions.txt", "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [fact = "", reason = ""] = line.split(" # ");
      return [fact, reason] as const;
    }),
);

/** What of a service is not in our table although the host is. */
function contradictionsOf(name: string, { host, port, secure = false, domains = [] }: Service): string[] {
  const provider = host === undefined ? undefined : providerOfHost(host, "smtp");
  if (provider === undefined) return [];
  const found: string[] = [];
  const security = secure ? "tls" : "starttls";
  if (!provider.smtp.ports.some((it) => it.port === Number(port) && it.security === security)) {
    found.push(`${name}: ${provider.id} on port ${port} ${security}`);
  }
  for (const domain of domains) {
    const owner = PROVIDERS.find((it) => it.mailDomains.includes(domain));
    if (owner !== provider) found.push(`${name}: ${domain} is ${provider.id}'s, not ${owner?.id ?? "nobody's"}`);
  }
  return found;
}

test("our table and nodemailer's say the same, but where a line says why not", (t) => {
  const services = Object.entries(SERVICES);
  const known = services.filter(([, { host }]) => host !== undefined && providerOfHost(host, "smtp"));
  const found = services.flatMap(([name, service]) => contradictionsOf(name, service));
  t.diagnostic(
    `${services.length} services of nodemailer, ${known.length} of them at hosts of our ${PROVIDERS.length} providers; ${found.length} contradictions`,
  );
  assert.deepEqual([...found].sort(), [...KNOWN.keys()].sort());
  for (const [fact, reason] of KNOWN) assert.ok(reason.length > 10, `${fact} has no reason`);
});
