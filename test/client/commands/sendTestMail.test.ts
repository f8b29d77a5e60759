import assert from "node:assert/strict";
import { test } from "node:test";
import type { AccountFinding } from "../../../client/src/commands/confirmFindings.ts";
import { type MailTools, sendTestMail } from "../../../client/src/commands/sendTestMail.ts";
import type { Editor } from "../../../client/src/editor.ts";
import type { SentMail } from "../../../client/src/mail/transport.ts";
import type { WouldPassResult } from "../../../server/src/protocol.ts";
import { account, LINE, lineRange } from "../support.ts";
import { runCommand, TAKEN, URI } from "./world.ts";

const SECRET = "hunter2 hunter2";
const ENV = { PW: SECRET };

test("a mail goes to the file's own recipient, STARTTLS is required, and the outcome is told", async () => {
  const { seen, connected } = await runCommand({ env: ENV });
  assert.deepEqual(seen.slice(0, 3), [
    "ask Send test mail [postmaster@example.com]",
    "progress Sending a test mail through mx.example.com",
    "closed",
  ]);
  const accepted =
    /^info Accepted by mx\.example\.com for postmaster@example\.com\. Reply: 250 2\.0\.0 Ok · Message ID: <[^ ]+ \[Show transcript, Show report, Copy as command, Send again\]$/;
  assert.match(seen[3] ?? "", accepted);
  const [options] = connected;
  assert.equal(options?.requireTLS, true);
  assert.deepEqual(options?.auth, { user: "ops@example.com", pass: SECRET, method: "PLAIN" });
  assert.equal(options?.tls.rejectUnauthorized, true);
});

const MAY_SEND = "https://outlook.office.com/SMTP.Send";

test("a refusal is explained with a way to the line, and the password is in nothing", async () => {
  const sendMail = () => {
    const reply = `535 5.7.8 Error: authentication failed ${SECRET} ${Buffer.from(SECRET).toString("base64")}`;
    return Promise.reject(
      Object.assign(new Error(`Invalid login: ${reply}`), { response: reply, command: "AUTH PLAIN" }),
    );
  };
  const { seen, lines, outcome } = await runCommand({ env: ENV, sendMail, press: "Open line" });
  const [error] = seen.filter((it) => it.startsWith("error"));
  assert.match(error ?? "", /mx\.example\.com:587 did not take the mail\. The server refused user name or password\./);
  assert.match(error ?? "", /\[Open line, Show transcript, Show report, Copy as command, Send again\]$/);
  assert.ok(seen.includes(`reveal ${URI} ${LINE.password}`));
  for (const text of [...seen, ...lines, JSON.stringify(outcome)]) assert.ok(!text.includes("hunter2"), text);
});

test("a mailbox whose certificate is not checked is logged in to only with a yes", async () => {
  const { smtp, ...rest } = account({ port: 587, host: "mx.example.com", password: "${env:PW}" });
  assert.ok(smtp);
  const { smtp: lax } = account({ port: 1, password: "${env:PW}", isVerified: false });
  assert.ok(lax);
  const accounts = [{ ...rest, smtp, imap: { ...lax, protocol: "imap" as const } }];
  const refused = await runCommand({ env: ENV, accounts, press: "Fetch arrived mail" });
  assert.match(refused.seen.at(-1) ?? "", /^pick The server's certificate will not be checked/);
  const allowed = await runCommand({ env: ENV, accounts, press: "Fetch arrived mail", picks: [0] });
  assert.match(allowed.seen.at(-1) ?? "", /^error The mailbox cannot be looked into\. Nothing listens/);
  assert.match(allowed.lines.at(-1) ?? "", /^\* .*ECONNREFUSED/);
});

test("nothing is asked and nothing sent in an untrusted workspace", async () => {
  const { seen, connected, outcome } = await runCommand({ isTrusted: false });
  assert.deepEqual(connected, []);
  assert.equal(outcome, undefined);
  assert.match(seen.join(), /^error Sending mail needs a trusted workspace/);
});

test("an address with a line break, two addresses, or none are refused", async () => {
  for (const answer of ["a@example.com\nBcc: b@example.com", "a@example.com, b@example.com", "nobody", "", undefined]) {
    const { connected } = await runCommand({ env: ENV, answers: [answer] });
    assert.deepEqual(connected, [], answer);
  }
});

const STARTTLS_FINDING: AccountFinding = {
  severity: "error",
  code: "config/port-security",
  message: "Port 465 expects TLS from the first byte, so STARTTLS will hang.",
  range: lineRange(5),
};

test("findings of the account are shown before; only “Send anyway” sends", async () => {
  const findings = [STARTTLS_FINDING, { ...STARTTLS_FINDING, message: "Another account's.", range: lineRange(40) }];
  const sent = await runCommand({ env: ENV, findings, picks: [0] });
  const title = "pick One finding says that sending may fail";
  assert.ok(
    sent.seen.includes(`${title}: $(mail) Send anyway | $(error) ${STARTTLS_FINDING.message}`),
    sent.seen.join("\n"),
  );
  assert.equal(sent.connected.length, 1);
  const opened = await runCommand({ env: ENV, findings, picks: [1] });
  assert.deepEqual(opened.connected, []);
  assert.ok(opened.seen.includes(`reveal ${URI} 5`));
  assert.deepEqual((await runCommand({ env: ENV, findings, picks: [undefined] })).connected, []);
});

test("a certificate that is not checked is confirmed first", async () => {
  const accounts = [account({ port: 587, isVerified: false, password: "${env:PW}" })];
  const { seen, connected } = await runCommand({ env: ENV, accounts, picks: [undefined] });
  assert.deepEqual(connected, []);
  assert.match(seen.join(), /certificate will not be checked/);
});

test("of several accounts one is picked, and the code lens names it", async () => {
  const [first] = [account({ port: 587, password: "${env:PW}" })];
  const accounts = [first, { ...first, name: "shop" }, { ...first, name: "no-smtp", smtp: undefined }].map((it) => {
    const { smtp, ...rest } = it;
    return smtp === undefined ? rest : { ...rest, smtp };
  });
  const picked = await runCommand({ env: ENV, accounts, picks: [1] });
  assert.ok(picked.seen.includes("pick Send through which account?: ops | shop"));
  assert.match(picked.lines[0] ?? "", /^shop: /);
  const lens = await runCommand({ env: ENV, accounts }, URI, "shop");
  assert.ok(!lens.seen.some((it) => it.startsWith("pick")));
  assert.match(lens.lines[0] ?? "", /^shop: /);
});

test("an environment variable that is not set is said with its line, before anything is sent", async () => {
  const { seen, connected } = await runCommand({ press: "Open line" });
  assert.deepEqual(connected, []);
  assert.match(seen.join("\n"), /error The environment variable `PW` is not set\./);
  assert.ok(seen.includes(`reveal ${URI} ${LINE.password}`));
});

test("a secret is asked once for its host, and again for another host", async () => {
  const stored = new Map<string, string>();
  const via = (host: string) => [account({ port: 587, host, password: "${secret:smtp}" })];
  const first = await runCommand({ accounts: via("a.example"), stored, answers: ["post@example.com", SECRET] });
  assert.ok(first.seen.includes("ask Secret for a.example []"));
  assert.equal(first.connected[0]?.auth && "pass" in first.connected[0].auth && first.connected[0].auth.pass, SECRET);
  const second = await runCommand({ accounts: via("a.example"), stored });
  assert.ok(!second.seen.some((it) => it.startsWith("ask Secret")));
  const other = await runCommand({ accounts: via("evil.example"), stored, answers: ["post@example.com", undefined] });
  assert.deepEqual(other.connected, []);
  assert.ok(other.seen.includes("ask Secret for evil.example []"));
});

test("a stored secret that was refused can be forgotten", async () => {
  const stored = new Map([["smtp@a.example", SECRET]]);
  const accounts = [account({ port: 587, host: "a.example", password: "${secret:smtp}" })];
  const sendMail = () =>
    Promise.reject(Object.assign(new Error("no"), { response: "535 5.7.8 no", command: "AUTH PLAIN" }));
  await runCommand({ accounts, stored, sendMail, press: "Forget stored secret" });
  assert.deepEqual([...stored], []);
});

test("without a login being offered it is said that the password was not tested", async () => {
  const { seen } = await runCommand({ env: ENV, sendMail: async () => ({ ...TAKEN, ehlo: ["SIZE 1000"] }) });
  assert.match(seen.join("\n"), /warning Accepted by .* were not tested\. Reply/);
});

test("without a token in the file, the editor signs in; where it offers no sign-in, that is said", async () => {
  const written = account({ port: 587, host: "smtp.office365.com", method: "xoauth2" });
  const signedIn = await runCommand({ accounts: [written], sessions: { [MAY_SEND]: "eyJ.token" } });
  assert.deepEqual(signedIn.connected[0]?.auth, {
    user: "ops@example.com",
    accessToken: "eyJ.token",
    method: "XOAUTH2",
  });
  const { seen, connected } = await runCommand({ accounts: [written], press: "Open line" });
  assert.deepEqual(connected, []);
  assert.ok(seen.some((it) => it.startsWith("error XOAUTH2 needs a token.")));
  assert.ok(seen.includes(`reveal ${URI} ${LINE.method}`));
});

test("the editor signs in to the mailbox too, with a token of its own", async () => {
  const written = account({ port: 587, host: "smtp.office365.com", method: "xoauth2" });
  const { smtp } = account({ port: 1, host: "outlook.office365.com", method: "xoauth2" });
  assert.ok(smtp);
  const accounts = [{ ...written, imap: { ...smtp, protocol: "imap" as const } }];
  const fetch = async (sessions: Readonly<Record<string, string>>) =>
    (await runCommand({ accounts, sessions, press: "Fetch arrived mail" })).seen.filter((it) => it.startsWith("error"));
  const sending = { [MAY_SEND]: "eyJ.token" };
  assert.match((await fetch(sending)).join(), /^error XOAUTH2 needs a token\./);
  const both = { ...sending, "https://outlook.office.com/IMAP.AccessAsUser.All": "eyJ.other" };
  assert.match((await fetch(both)).join(), /^error The mailbox cannot be looked into\. Nothing listens/);
});

test("in an untrusted workspace no file, key, environment or server is so much as looked up", async () => {
  const touched: string[] = [];
  const tools = new Proxy({} as MailTools, {
    get: (_, name) => (name === "t" ? (sentence: string) => sentence : touched.push(String(name))),
  });
  const told: string[] = [];
  const editor = { isTrusted: false, tell: (_level: string, message: string) => void told.push(message) } as Editor;
  assert.equal(await sendTestMail(editor, tools, URI, "ops"), undefined);
  assert.deepEqual([touched, told.length], [[], 1]);
});

const PASSED: WouldPassResult = [
  { check: "spf", result: "pass", subject: "example.com", why: "192.0.2.1 may send for example.com.", next: "" },
  { check: "dmarc", result: "pass", subject: "example.com", why: "SPF passes and aligns with example.com.", next: "" },
];

test("what the zone files say is told with the outcome, and stands in the report", async () => {
  const { seen } = await runCommand({ env: ENV, rows: PASSED, press: "Show report" });
  assert.ok(
    seen.some((it) => it.startsWith("info Accepted") && it.includes("By your zone files: spf=pass dmarc=pass.")),
  );
  const page = seen.find((it) => it.startsWith("show Test mail report: ops")) ?? "";
  assert.match(page, /\| `spf=pass` \| example\.com: 192\.0\.2\.1 may send for example\.com\./);
  assert.match(page, /```sh\nswaks --server mx\.example\.com --port 587 --tls /);
  assert.ok(!page.includes(SECRET));
});

test("a mail that would fail DMARC is sent only when the user says so; else its line is shown", async () => {
  const place = { uri: "file:///w/example.com.zone", range: lineRange(7) };
  const rows: WouldPassResult = [
    { check: "dmarc", result: "fail", subject: "example.com", why: "Neither passes.", next: "Sign it.", place },
  ];
  const sent = await runCommand({ env: ENV, rows, picks: [0] });
  assert.equal(sent.outcome?.kind, "accepted");
  assert.ok(
    sent.seen.some((it) => /^pick By your zone files, .*: \$\(mail\) Send anyway \| \$\(error\) dmarc=fail$/.test(it)),
  );
  const shown = await runCommand({ env: ENV, rows, picks: [1], sendMail: () => assert.fail("was sent") });
  assert.equal(shown.outcome?.kind, "cancelled");
  assert.ok(shown.seen.includes(`reveal ${place.uri} 7`));
});

test("a send is run again and compared with the last one: reply, TLS, offers, time", async () => {
  const records = new Map();
  const timing = { connectMs: 80, loginMs: 30, envelopeMs: 9, messageMs: 12 };
  const replies: SentMail[] = [
    {
      response: "250 2.0.0 Ok: queued as 4F2A",
      ehlo: ["SIZE 1000", "DSN"],
      tls: { version: "TLSv1.2", cipher: "A" },
      timing,
    },
    {
      response: "250 2.0.0 Ok: queued as 9B1C",
      ehlo: ["SIZE 1000", "SMTPUTF8"],
      tls: { version: "TLSv1.3", cipher: "B" },
      timing: { ...timing, loginMs: 500 },
    },
  ];
  const first = await runCommand({
    env: ENV,
    records,
    sendMail: async () => replies[0] ?? TAKEN,
    press: "Show report",
  });
  assert.doesNotMatch(first.seen.join("\n"), /Compared with the last send/);
  const { seen } = await runCommand({
    env: ENV,
    records,
    sendMail: async () => replies[1] ?? TAKEN,
    press: "Show report",
  });
  const page = seen.find((it) => it.startsWith("show ")) ?? "";
  const table = page.slice(page.indexOf("## Compared"), page.indexOf("## The same by hand"));
  assert.match(table, /\| TLS \| TLSv1\.2, A \| TLSv1\.3, B \|/);
  assert.match(table, /\| Gone from the offers \| DSN \| {2}\|/);
  assert.match(table, /\| New in the offers \| {2}\| SMTPUTF8 \|/);
  assert.match(table, /\| Time to log in \| 30 ms \| 500 ms \|/);
  assert.doesNotMatch(table, /Reply|Outcome/, "queue numbers differ always");
});

test("“Send again” sends the same mail once more, without a question", async () => {
  const { seen, connected } = await runCommand({ env: ENV, press: "Send again", pressOnce: true });
  assert.equal(connected.length, 2);
  assert.equal(seen.filter((it) => it.startsWith("ask ")).length, 1);
});

test("the same mail is copied as a command without its password", async () => {
  const { seen } = await runCommand({ env: ENV, picks: [0], press: "Copy as command" });
  const copied = seen.find((it) => it.startsWith("copy ")) ?? "";
  assert.match(
    copied,
    /^copy swaks --server mx\.example\.com .*--auth PLAIN --auth-user ops@example\.com --from ops@example\.com --to postmaster@example\.com/,
  );
  assert.ok(!seen.join("\n").includes(SECRET));
});

test("without zone files nothing is judged", async () => {
  const open = { subject: "example.com", why: "Not known.", next: "" };
  const rows: WouldPassResult = [
    { ...open, check: "spf", result: "unknown" },
    { ...open, check: "dkim", result: "none" },
    { ...open, check: "dmarc", result: "unknown" },
  ];
  const { seen } = await runCommand({ env: ENV, rows });
  assert.ok(seen.some((it) => it.startsWith("info Accepted")) && !seen.join().includes("By your zone files"));
});
