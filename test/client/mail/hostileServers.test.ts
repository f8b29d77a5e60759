import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { connect } from "../../../client/src/mail/connect.ts";
import { sendTest } from "../../../client/src/mail/sendTest.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { type HostileCertificates, MISBEHAVIOURS, type Misbehaviour } from "../../support/hostileServers.ts";
import { createCertificate } from "../../support/mailServer.ts";
import { startScript } from "../../support/scriptedServer.ts";
import { account } from "../support.ts";
import { loginOf, noSecretIn, serverOf, visit, wordsOf } from "./connectionSupport.ts";

const PAGE = "docs/hostile-servers.md";
/** For servers that one can only wait for. */
const SHORT_MS = 400;
/** For all others: who waited for a limit would be caught by the test's own. */
const LONG_MS = 600_000;
const TEST_MS = 60_000;
const PASSED = "passes";

let certificates: HostileCertificates;
let authority: string;
const rows = new Map<Misbehaviour, readonly [connection: string, mail: string]>();

before(async () => {
  const own = await createCertificate("authority", { isAuthority: true });
  authority = own.cert;
  certificates = {
    good: await createCertificate("localhost", { authority: own }),
    selfSigned: await createCertificate("localhost"),
    expired: await createCertificate("localhost", { authority: own, from: -90, to: -2 }),
    otherName: await createCertificate("other.example", { authority: own }),
  };
});

for (const it of MISBEHAVIOURS) {
  const { name, protocol = "smtp" } = it;
  test(`${protocol.toUpperCase()} server ${name}`, { timeout: TEST_MS }, async () => {
    const server = await startScript((peer) => it.play(peer, certificates));
    const timeoutMs = it.isSlow ? SHORT_MS : LONG_MS;
    // Nodemailer's handshake has the greeting's limit: one equal to that of a silent socket would race with it.
    const parts = { port: server.port, security: securityOf(it), timeoutMs, greetingMs: timeoutMs / 2 };
    try {
      const began = performance.now();
      const { report, lines, nodes } = await visit(parts, { protocol, ca: authority });
      const [finding] = serverOf(report).findings.filter(({ severity }) => severity === "error");
      nothingBadIn([...lines, ...wordsOf(nodes), JSON.stringify(report)]);
      const sent = protocol === "smtp" ? await send(parts) : undefined;
      nothingBadIn(sent?.lines ?? []);
      if (it.isSlow) assert.ok(performance.now() - began >= SHORT_MS);
      if (it.isUntrusted) assert.deepEqual(loginsIn(server.heard), []);
      for (const sentence of [finding?.message, sent?.sentence]) assert.notEqual(sentence, "");
      rows.set(it, [dateless(finding?.message ?? PASSED), sent?.sentence ?? ""]);
    } finally {
      await server.stop();
    }
  });
}

function securityOf({ protocol = "smtp", security, name }: Misbehaviour) {
  if (security !== undefined) return security;
  return protocol === "smtp" || name.includes("handshake") ? "starttls" : "none";
}

async function send(parts: Parameters<typeof account>[0]) {
  const info = account(parts);
  assert.ok(info.smtp);
  const files = { ca: authority, attachments: [], keys: [], unusedKeys: [] };
  const lines: string[] = [];
  const outcome = await sendTest(
    { account: info, server: info.smtp, login: loginOf(), to: "post@example.net", files },
    {
      connect,
      signal: new AbortController().signal,
      transcript: (line) => lines.push(line),
      t: translator(),
      now: Date.now,
    },
  );
  if (outcome.kind === "accepted") return { sentence: PASSED, lines: [...lines, outcome.reply] };
  assert.equal(outcome.kind, "failed");
  const { explanation, reply } = outcome.failure;
  return { sentence: explanation?.what ?? "", lines: [...lines, reply, JSON.stringify(outcome)] };
}

/** Nor what could steer a terminal. */
function nothingBadIn(texts: readonly string[]): void {
  noSecretIn(texts);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that none of them comes through is what is tested
  assert.doesNotMatch(texts.join("\n"), /[\u0000-\u0008\u000b-\u001f\u007f]/);
}

function loginsIn(heard: readonly string[]): readonly string[] {
  return heard.filter((it) => /\b(?:AUTH|AUTHENTICATE|LOGIN|PASS)\b/.test(it));
}

function dateless(sentence: string): string {
  return sentence.replace(/\d{4}-\d\d-\d\d/g, "…");
}

after(() => {
  const page = pageOf();
  if (process.env["UPDATE_DOCS"] === "1") writeFileSync(PAGE, page);
  else if (rows.size === MISBEHAVIOURS.length) {
    assert.equal(readFileSync(PAGE, "utf8"), page, `${PAGE} is stale: UPDATE_DOCS=1 npm run test:only -- hostile`);
  }
});

function pageOf(): string {
  const parts = (["smtp", "imap", "pop3"] as const).map((protocol) => {
    const own = MISBEHAVIOURS.filter((it) => (it.protocol ?? "smtp") === protocol);
    const isSmtp = protocol === "smtp";
    const head = ["The server …", "`Test Connection` says", ...(isSmtp ? ["`Send Test Mail` says"] : []), "ends"];
    const lines = own.map((it) => {
      const [connection = "", mail = ""] = rows.get(it) ?? [];
      const when = it.isSlow ? "after its time limit" : "at once";
      return `| ${[it.name, connection, ...(isSmtp ? [mail] : []), when].join(" | ")} |`;
    });
    return [
      `## ${protocol.toUpperCase()}`,
      "",
      `| ${head.join(" | ")} |`,
      `|${" --- |".repeat(head.length)}`,
      ...lines,
      "",
    ];
  });
  return [
    "<!-- Generated by test/client/mail/hostileServers.test.ts: UPDATE_DOCS=1 npm run test:only -- hostile -->",
    "",
    "# Servers that misbehave",
    "",
    "What the user reads when a server breaks the rules, and when it is said. Each row is a server of the tests; each visit ends by",
    "itself, no password goes to anybody who is not who they should be, and none comes into a message, a report or a transcript.",
    "“Passes” means that nothing was wrong up to there: a connection test ends before the mail. The time limits are those of the",
    "account's `timeouts`.",
    "",
    ...parts.flat(),
  ].join("\n");
}
