import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import type { Finding } from "../../../server/src/core/engine/finding.ts";
import { AUTH_METHODS } from "../../../server/src/core/facts/authMethods.ts";
import type { Protocol } from "../../../server/src/core/facts/configTypes.ts";
import { PROVIDERS, type Provider } from "../../../server/src/core/facts/providers.ts";
import { completeConfig } from "../../../server/src/core/features/config/index.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { NO_ZONES, readConfig } from "../../../server/src/core/model/readConfig.ts";
import { applyEdits, LineIndex } from "../../../server/src/core/text/span.ts";
import { withoutTabStops } from "../../../server/src/lsp/toLsp.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const HEAD = "version: 1\naccounts:\n";

/** What completion writes for an account, with the servers that fetch mail behind it. */
function accountAt(provider: Provider): string {
  const file = readConfig(".mailconfig.yaml", `${HEAD}  `, memoryHost(), NO_ZONES);
  const items = completeConfig(file, file.text.length, translator("en"));
  const item = items.find(({ label }) => label === `account at ${provider.name}`);
  assert.ok(item, `completion offers ${provider.name}`);
  const lines = withoutTabStops(item.insertText).split("\n");
  const others = (["imap", "pop3"] as const).flatMap((protocol) => {
    const server = provider[protocol];
    const [best] = server?.ports ?? [];
    if (!server || !best) return [];
    return [`${protocol}:`, `  host: ${server.host}`, `  port: ${best.port}`, `  security: ${best.security}`];
  });
  return `${HEAD}  ${lines.join("\n  ")}\n${others.map((line) => `    ${line}\n`).join("")}`;
}

function findingsIn(text: string): readonly Finding[] {
  const source = createEngine(memoryHost()).open(".mailconfig.yaml", "config", text);
  return source.lint({ severities: {}, extraTypes: [], limit: 100, language: "en" });
}

for (const provider of PROVIDERS) {
  test(`what completion writes for ${provider.name} has no finding`, () => {
    const text = accountAt(provider);
    assert.deepEqual(
      findingsIn(text).map(({ code, message }) => `${code} ${message}`),
      [],
      text,
    );
  });
}

interface Break {
  readonly protocol: Protocol;
  readonly key: "host" | "port" | "security" | "method";
  readonly to: string;
  /** Which rules may say it. */
  readonly codes: readonly string[];
}

/** One edit away, another provider's; a port of nobody, of another encryption; each encryption; each method that is not offered. */
function breaksOf(provider: Provider): Break[] {
  const breaks: Break[] = [];
  for (const protocol of ["smtp", "imap", "pop3"] as const) {
    const server = provider[protocol];
    const [best] = server?.ports ?? [];
    if (!server || !best) continue;
    const isLocal = provider.secret === "bridge";
    const foreign = provider.id === "web.de" ? "gmx" : "web.de";
    if (!isLocal) {
      breaks.push({ protocol, key: "host", to: typoOf(server.host), codes: ["config/host-typo"] });
      const other = PROVIDERS.find(({ id }) => id === foreign)?.[protocol]?.host ?? "";
      breaks.push({ protocol, key: "host", to: other, codes: ["config/provider-mismatch"] });
    }
    breaks.push({ protocol, key: "port", to: "2999", codes: ["config/provider-mismatch"] });
    const wrong = { smtp: "993", imap: "465", pop3: "143" }[protocol];
    breaks.push({ protocol, key: "port", to: wrong, codes: ["config/port-protocol"] });
    const opposite = best.security === "tls" ? "starttls" : "tls";
    const codes = isLocal ? ["config/provider-mismatch"] : ["config/port-security"];
    breaks.push({ protocol, key: "security", to: opposite, codes });
    if (!isLocal) {
      const open = ["config/cleartext-auth", "config/no-encryption", "config/port-security"];
      breaks.push({ protocol, key: "security", to: "none", codes: open });
    }
  }
  for (const { value } of AUTH_METHODS) {
    if (value === "none" || (provider.methods as readonly string[]).includes(value)) continue;
    const codes = provider.secret === "oauth" ? ["config/oauth-required"] : ["config/auth-method"];
    breaks.push({ protocol: "smtp", key: "method", to: value, codes });
  }
  return breaks;
}

/** The first label with two letters the other way round. */
function typoOf(host: string): string {
  const swapped = [...host].findIndex(
    (letter, at) => at > 0 && /[a-z]/.test(letter) && /[a-z]/.test(host[at + 1] ?? "") && letter !== host[at + 1],
  );
  return host.slice(0, swapped) + host[swapped + 1] + host[swapped] + host.slice(swapped + 2);
}

function broken(text: string, { protocol, key, to }: Break): { readonly text: string; readonly line: number } {
  const lines = text.split("\n");
  const start = lines.indexOf(`    ${protocol}:`);
  const line = lines.findIndex((it, at) => at > start && new RegExp(`^ +${key}: `).test(it));
  assert.ok(start > 0 && line > start, `${protocol} ${key} in\n${text}`);
  lines[line] = (lines[line] ?? "").replace(/: .*/, `: ${to}`);
  return { text: lines.join("\n"), line };
}

const counts = { providers: 0, settings: 0 };

for (const provider of PROVIDERS) {
  test(`each setting of ${provider.name}, broken, is found and led back`, () => {
    const good = accountAt(provider);
    counts.providers++;
    for (const it of breaksOf(provider)) {
      const bad = broken(good, it);
      const what = `${it.protocol} ${it.key}: ${it.to}`;
      const lines = new LineIndex(bad.text);
      const found = findingsIn(bad.text).filter(({ code }) => it.codes.includes(code));
      assert.ok(found.length > 0, `${what} is not found: ${JSON.stringify(findingsIn(bad.text).map((f) => f.code))}`);
      const results = found.flatMap(({ fixes }) =>
        fixes.map(({ edits }) =>
          applyEdits(
            bad.text,
            edits.map(({ range, newText }) => ({
              span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
              newText,
            })),
          ),
        ),
      );
      assert.ok(results.includes(good), `${what} is not led back:\n${results.join("\n---\n")}\n---\n${good}`);
      counts.settings++;
    }
  });
}

test("all of them", (t) => {
  t.diagnostic(
    `${counts.providers} providers without a finding; ${counts.settings} broken settings found and led back`,
  );
  assert.equal(counts.providers, PROVIDERS.length);
});

test("each row answers every question that is asked of it", () => {
  for (const provider of PROVIDERS) {
    const { id, smtp, help, asOf, fixedUsername, username, aliases } = provider;
    assert.ok(smtp.ports.length > 0, id);
    assert.match(help, /^https:\/\/[a-z0-9.-]+\//, id);
    assert.match(asOf, /^20\d\d-(?:0[1-9]|1[0-2])$/, id);
    assert.equal(username === "fixed", fixedUsername !== undefined, id);
    for (const name of [id, ...aliases]) assert.match(name, /^[a-z0-9][a-z0-9.-]*$/, id);
  }
  const names = PROVIDERS.flatMap(({ id, aliases }) => [id, ...aliases]);
  assert.deepEqual(names, [...new Set(names)], "no name means two");
});
