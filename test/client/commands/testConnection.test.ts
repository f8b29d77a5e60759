import assert from "node:assert/strict";
import { test } from "node:test";
import { type ConnectionTestTools, testConnection } from "../../../client/src/commands/testConnection.ts";
import type { ConnectionReport } from "../../../client/src/mail/connection/report.ts";
import { createSecrets } from "../../../client/src/secrets.ts";
import { translator } from "../../../server/src/core/locale.ts";
import type { AccountInfo } from "../../../server/src/protocol.ts";
import { createCertificate, PASSWORD } from "../../support/mailServer.ts";
import { useServers } from "../../support/useServers.ts";
import { account, LINE, quietEditor } from "../support.ts";

const URI = "file:///w/.mailconfig.yaml";
const t = translator();
const servers = useServers();

async function serve(own = servers.certificate): Promise<number> {
  return (await servers.mail({ certificate: own })).port;
}

interface World {
  readonly accounts: readonly AccountInfo[];
  readonly isTrusted?: boolean;
  readonly pick?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What the file `ca.pem` holds; `undefined` where it cannot be read. */
  readonly ca?: string | undefined;
}

async function command(world: World, name?: string) {
  const { accounts, isTrusted = true, pick, env = { PW: PASSWORD } } = world;
  const ca = "ca" in world ? world.ca : servers.certificate.cert;
  const seen: string[] = [];
  const shown: ConnectionReport[] = [];
  const editor = quietEditor({
    isTrusted,
    pick: async (title, choices) => {
      seen.push(`pick ${title}: ${choices.map(({ label }) => label).join(" | ")}`);
      return pick === undefined ? undefined : choices[pick]?.value;
    },
    progress: (title, task) => {
      seen.push(`progress ${title}`);
      return task(new AbortController().signal, (what) => seen.push(`doing ${what.replace(/\d+$/, "#")}`));
    },
    tell: (level, message, actions = []) => {
      seen.push(`${level} ${message} [${actions.map((it) => it.title).join(", ")}]`);
      for (const it of actions.filter(({ title }) => title === "Open line")) it.run();
    },
    ask: async ({ title, prompt }) => void seen.push(`ask ${title}: ${prompt}`),
    reveal: async (_uri, { start }) => void seen.push(`reveal ${start.line}`),
  });
  const tools: ConnectionTestTools = {
    t,
    secrets: createSecrets(
      { get: async () => undefined, store: async () => {}, delete: async () => {} },
      { get: () => [], update: async () => {} },
      env,
      t,
    ),
    configs: async () => [{ uri: URI, label: ".mailconfig.yaml" }],
    accounts: async () => accounts,
    readBeside: async () => (ca === undefined ? undefined : Buffer.from(ca)),
    signIn: async () => undefined,
    transcript: () => () => {},
    showTranscript: () => {},
    lookup: async () => [{ address: "127.0.0.1", family: 4 }],
    now: Date.now,
    showReport: (_uri, report) => void shown.push(report),
    openReport: () => {},
  };
  const report = await testConnection(editor, tools, undefined, name);
  return { seen, shown, report };
}

function accountAt(
  port: number,
  more: { readonly isVerified?: boolean; readonly password?: string } = {},
): AccountInfo {
  const info = account({ port, password: "${env:PW}", ...more });
  const { smtp } = info;
  assert.ok(smtp);
  const caFile = { value: "ca.pem", range: smtp.range };
  return { ...info, smtp: { ...smtp, tls: { ...smtp.tls, caFile } } };
}

test("a good server: progress, the tree, and a sentence with the report and the transcript", async () => {
  const { seen, shown } = await command({ accounts: [accountAt(await serve())] });
  assert.deepEqual(seen, [
    "progress Testing the connection of ops",
    "doing SMTP 127.0.0.1:#",
    "info Account `ops`: the connection test passed. Nothing was sent. Servers: 1. [Open report, Show transcript]",
  ]);
  assert.equal(shown.length, 1);
});

test("an expired certificate is an error, and its line can be opened", async () => {
  const old = await createCertificate("localhost", { from: -90, to: -2 });
  const { seen } = await command({ accounts: [accountAt(await serve(old))] });
  assert.match(seen[2] ?? "", /^error Account `ops`: the connection test failed\..*\[Open line, Open report, Show/);
  assert.match(seen[3] ?? "", /^reveal \d/);
});

test("an untrusted workspace, an unset variable and a file without servers test nothing", async () => {
  const untrusted = await command({ accounts: [accountAt(1)], isTrusted: false });
  assert.match(untrusted.seen.join(), /^error Testing a connection needs a trusted workspace/);
  const unset = await command({ accounts: [accountAt(1)], env: {} });
  assert.match(unset.seen.join(), /^error The environment variable `PW` is not set/);
  assert.equal(unset.seen.at(-1), `reveal ${LINE.password}`);
  const { smtp: _, ...bare } = accountAt(1);
  const none = await command({ accounts: [bare] });
  assert.match(none.seen.join(), /^warning No account of this file names a server/);
  for (const { report } of [untrusted, unset, none]) assert.equal(report, undefined);
});

test("the question for a secret says what kind of password the provider wants; without an answer nothing is tested", async () => {
  const { seen, report } = await command({
    accounts: [account({ port: 465, host: "smtp.gmail.com", password: "${secret:gmail}" })],
  });
  assert.match(
    seen.join(),
    /^ask Secret for smtp\.gmail\.com: An app password, made in the account's settings; .*`gmail`/,
  );
  assert.equal(report, undefined);
});

test("a certificate file that cannot be read is said with its line, and nothing is tested", async () => {
  const { seen, report } = await command({ accounts: [accountAt(1)], ca: undefined });
  assert.match(seen[0] ?? "", /^error The certificate file `ca\.pem` cannot be read\..*\[Open line\]$/);
  assert.equal(report, undefined);
});

test("a certificate that is not checked needs a yes; several accounts need a choice", async () => {
  const port = await serve();
  const given = accountAt(port, { isVerified: false });
  const refused = await command({ accounts: [given] });
  assert.match(refused.seen[0] ?? "", /^pick The server's certificate will not be checked.*: Log in all the same$/);
  assert.equal(refused.report, undefined);
  const allowed = await command({ accounts: [given], pick: 0 });
  assert.equal(allowed.report?.servers[0]?.steps.at(-1)?.state, "passed");
  const two = await command({ accounts: [accountAt(port), { ...accountAt(port), name: "shop" }], pick: 1 });
  assert.match(two.seen[0] ?? "", /^pick Test the connection of which account\?: ops \| shop$/);
  assert.equal(two.report?.account, "shop");
});
