import assert from "node:assert/strict";
import { test } from "node:test";
import type { AccountFinding } from "../../../client/src/commands/confirmFindings.ts";
import { type MailTools, sendTestMail } from "../../../client/src/commands/sendTestMail.ts";
import type { Editor } from "../../../client/src/editor.ts";
import type { SentMail, TransportOptions } from "../../../client/src/mail/transport.ts";
import { createSecrets } from "../../../client/src/secrets.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { account, LINE, lineRange } from "../support.ts";

const URI = "file:///w/.mailconfig.yaml";
const t = translator();
const SECRET = "hunter2 hunter2";

interface World {
  readonly accounts?: ReturnType<typeof account>[];
  readonly findings?: readonly AccountFinding[];
  readonly isTrusted?: boolean;
  readonly answers?: readonly (string | undefined)[];
  readonly picks?: readonly (number | undefined)[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stored?: Map<string, string>;
  readonly press?: string;
  /** Tokens by the editor's sign-ins. */
  readonly sessions?: Readonly<Record<string, string>>;
  sendMail?(options: TransportOptions): Promise<SentMail>;
}

const TAKEN: SentMail = { response: "250 2.0.0 Ok", ehlo: ["AUTH PLAIN"] };

/** Runs the command with a user who answers and picks in order, and returns all that was seen and done. */
async function command(world: World, ...target: [uri?: string, account?: string]) {
  const seen: string[] = [];
  const connected: TransportOptions[] = [];
  const lines: string[] = [];
  const answers = [...(world.answers ?? [])];
  const picks = [...(world.picks ?? [])];
  const pressed: Promise<unknown>[] = [];
  const editor: Editor = {
    isTrusted: world.isTrusted ?? true,
    ask: async ({ title, value, problem }) => {
      seen.push(`ask ${title} [${value ?? ""}]`);
      const answer = answers.length > 0 ? answers.shift() : value;
      return answer === undefined || problem?.(answer) !== undefined ? undefined : answer;
    },
    pick: async (title, choices) => {
      seen.push(`pick ${title}: ${choices.map(({ label }) => label).join(" | ")}`);
      const index = picks.shift();
      return index === undefined ? undefined : choices[index]?.value;
    },
    progress: (title, task) => {
      seen.push(`progress ${title}`);
      return task(new AbortController().signal);
    },
    tell: (level, message, actions = []) => {
      seen.push(`${level} ${message} [${actions.map(({ title }) => title).join(", ")}]`);
      const action = actions.find(({ title }) => title === world.press);
      if (action) pressed.push(Promise.resolve(action.run()));
    },
    show: async (title) => void seen.push(`show ${title}`),
    selection: () => "",
    reveal: async (uri, { start }) => void seen.push(`reveal ${uri} ${start.line}`),
  };
  const stored = world.stored ?? new Map<string, string>();
  const store = {
    get: async (key: string) => stored.get(key),
    store: async (key: string, value: string) => void stored.set(key, value),
    delete: async (key: string) => void stored.delete(key),
  };
  const tools: MailTools = {
    t,
    connect: (options) => {
      connected.push(options);
      return { sendMail: () => world.sendMail?.(options) ?? Promise.resolve(TAKEN), close: () => seen.push("closed") };
    },
    secrets: createSecrets(store, { get: () => [], update: async () => {} }, world.env ?? {}, t),
    configs: async () => [{ uri: URI, label: ".mailconfig.yaml" }],
    accounts: async () => world.accounts ?? [account({ port: 587, host: "mx.example.com", password: "${env:PW}" })],
    findings: async () => world.findings ?? [],
    readBeside: async () => undefined,
    signIn: async ({ provider }) => world.sessions?.[provider],
    transcript: (title) => {
      lines.push(title);
      return (line) => lines.push(line);
    },
    showTranscript: () => seen.push("transcript"),
  };
  const outcome = await sendTestMail(editor, tools, ...target);
  await Promise.all(pressed);
  return { seen, connected, outcome, lines, stored };
}

const ENV = { PW: SECRET };

test("a mail goes to the file's own recipient, STARTTLS is required, and the outcome is told", async () => {
  const { seen, connected } = await command({ env: ENV });
  assert.deepEqual(seen.slice(0, 3), [
    "ask Send test mail [postmaster@example.com]",
    "progress Sending a test mail through mx.example.com",
    "closed",
  ]);
  const accepted =
    /^info Accepted by mx\.example\.com for postmaster@example\.com\. Reply: 250 2\.0\.0 Ok · Message ID: <[^ ]+ \[Show transcript\]$/;
  assert.match(seen[3] ?? "", accepted);
  const [options] = connected;
  assert.equal(options?.requireTLS, true);
  assert.deepEqual(options?.auth, { user: "ops@example.com", pass: SECRET, method: "PLAIN" });
  assert.equal(options?.tls.rejectUnauthorized, true);
});

test("a refusal is explained with a way to the line, and the password is in nothing", async () => {
  const sendMail = () => {
    const reply = `535 5.7.8 Error: authentication failed ${SECRET} ${Buffer.from(SECRET).toString("base64")}`;
    return Promise.reject(
      Object.assign(new Error(`Invalid login: ${reply}`), { response: reply, command: "AUTH PLAIN" }),
    );
  };
  const { seen, lines, outcome } = await command({ env: ENV, sendMail, press: "Open line" });
  const [error] = seen.filter((it) => it.startsWith("error"));
  assert.match(error ?? "", /mx\.example\.com:587 did not take the mail\. The server refused user name or password\./);
  assert.match(error ?? "", /\[Open line, Show transcript\]$/);
  assert.ok(seen.includes(`reveal ${URI} ${LINE.password}`));
  for (const text of [...seen, ...lines, JSON.stringify(outcome)]) assert.ok(!text.includes("hunter2"), text);
});

test("nothing is asked and nothing sent in an untrusted workspace", async () => {
  const { seen, connected, outcome } = await command({ isTrusted: false });
  assert.deepEqual(connected, []);
  assert.equal(outcome, undefined);
  assert.match(seen.join(), /^error Sending mail needs a trusted workspace/);
});

test("an address with a line break, two addresses, or none are refused", async () => {
  for (const answer of ["a@example.com\nBcc: b@example.com", "a@example.com, b@example.com", "nobody", "", undefined]) {
    const { connected } = await command({ env: ENV, answers: [answer] });
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
  const sent = await command({ env: ENV, findings, picks: [0] });
  const title = "pick One finding says that sending may fail";
  assert.ok(
    sent.seen.includes(`${title}: $(mail) Send anyway | $(error) ${STARTTLS_FINDING.message}`),
    sent.seen.join("\n"),
  );
  assert.equal(sent.connected.length, 1);
  const opened = await command({ env: ENV, findings, picks: [1] });
  assert.deepEqual(opened.connected, []);
  assert.ok(opened.seen.includes(`reveal ${URI} 5`));
  assert.deepEqual((await command({ env: ENV, findings, picks: [undefined] })).connected, []);
});

test("a certificate that is not checked is confirmed first", async () => {
  const accounts = [account({ port: 587, isVerified: false, password: "${env:PW}" })];
  const { seen, connected } = await command({ env: ENV, accounts, picks: [undefined] });
  assert.deepEqual(connected, []);
  assert.match(seen.join(), /certificate will not be checked/);
});

test("of several accounts one is picked, and the code lens names it", async () => {
  const [first] = [account({ port: 587, password: "${env:PW}" })];
  const accounts = [first, { ...first, name: "shop" }, { ...first, name: "no-smtp", smtp: undefined }].map((it) => {
    const { smtp, ...rest } = it;
    return smtp === undefined ? rest : { ...rest, smtp };
  });
  const picked = await command({ env: ENV, accounts, picks: [1] });
  assert.ok(picked.seen.includes("pick Send through which account?: ops | shop"));
  assert.match(picked.lines[0] ?? "", /^shop: /);
  const lens = await command({ env: ENV, accounts }, URI, "shop");
  assert.ok(!lens.seen.some((it) => it.startsWith("pick")));
  assert.match(lens.lines[0] ?? "", /^shop: /);
});

test("an environment variable that is not set is said with its line, before anything is sent", async () => {
  const { seen, connected } = await command({ press: "Open line" });
  assert.deepEqual(connected, []);
  assert.match(seen.join("\n"), /error The environment variable `PW` is not set\./);
  assert.ok(seen.includes(`reveal ${URI} ${LINE.password}`));
});

test("a secret is asked once for its host, and again for another host", async () => {
  const stored = new Map<string, string>();
  const via = (host: string) => [account({ port: 587, host, password: "${secret:smtp}" })];
  const first = await command({ accounts: via("a.example"), stored, answers: ["post@example.com", SECRET] });
  assert.ok(first.seen.includes("ask Secret for a.example []"));
  assert.equal(first.connected[0]?.auth && "pass" in first.connected[0].auth && first.connected[0].auth.pass, SECRET);
  const second = await command({ accounts: via("a.example"), stored });
  assert.ok(!second.seen.some((it) => it.startsWith("ask Secret")));
  const other = await command({ accounts: via("evil.example"), stored, answers: ["post@example.com", undefined] });
  assert.deepEqual(other.connected, []);
  assert.ok(other.seen.includes("ask Secret for evil.example []"));
});

test("a stored secret that was refused can be forgotten", async () => {
  const stored = new Map([["smtp@a.example", SECRET]]);
  const accounts = [account({ port: 587, host: "a.example", password: "${secret:smtp}" })];
  const sendMail = () =>
    Promise.reject(Object.assign(new Error("no"), { response: "535 5.7.8 no", command: "AUTH PLAIN" }));
  await command({ accounts, stored, sendMail, press: "Forget stored secret" });
  assert.deepEqual([...stored], []);
});

test("without a login being offered it is said that the password was not tested", async () => {
  const { seen } = await command({ env: ENV, sendMail: async () => ({ ...TAKEN, ehlo: ["SIZE 1000"] }) });
  assert.match(seen.join("\n"), /warning Accepted by .* were not tested\. Reply/);
});

test("without a token in the file, the editor signs in; where it offers no sign-in, that is said", async () => {
  const written = account({ port: 587, host: "smtp.office365.com", method: "xoauth2" });
  const signedIn = await command({ accounts: [written], sessions: { microsoft: "eyJ.token" } });
  assert.deepEqual(signedIn.connected[0]?.auth, {
    user: "ops@example.com",
    accessToken: "eyJ.token",
    method: "XOAUTH2",
  });
  const { seen, connected } = await command({ accounts: [written], press: "Open line" });
  assert.deepEqual(connected, []);
  assert.ok(seen.some((it) => it.startsWith("error XOAUTH2 needs a token.")));
  assert.ok(seen.includes(`reveal ${URI} ${LINE.method}`));
});
