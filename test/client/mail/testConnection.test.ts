import assert from "node:assert/strict";
import { test } from "node:test";
import { reportLines, reportPage, verdict } from "../../../client/src/mail/connection/page.ts";
import { hasFailed } from "../../../client/src/mail/connection/report.ts";
import { translator } from "../../../server/src/core/locale.ts";
import type { Range } from "../../../server/src/core/text/span.ts";
import type { AccountInfo, AuthMethod } from "../../../server/src/protocol.ts";
import { imapScript, type MailboxOptions, pop3Script } from "../../support/mailboxScripts.ts";
import {
  type Certificate,
  createCertificate,
  type MailServerOptions,
  PASSWORD,
  USER,
} from "../../support/mailServer.ts";
import type { Peer } from "../../support/scriptedServer.ts";
import { useServers } from "../../support/useServers.ts";
import { LINE, written } from "../support.ts";
import { findingWords, loginOf, noSecretIn, serverOf, stepWords, visit, wordsOf } from "./connectionSupport.ts";

const servers = useServers();

async function serve(options: MailServerOptions = {}): Promise<number> {
  return (await servers.mail(options)).port;
}

async function script(run: (peer: Peer) => Promise<void> | void, implicitTls?: Certificate): Promise<number> {
  return (await servers.script(run, implicitTls)).port;
}

function withMethod(method: AuthMethod): (account: AccountInfo) => AccountInfo {
  return (it) => {
    const auth = it.smtp?.auth;
    assert.ok(it.smtp && auth);
    return { ...it, smtp: { ...it.smtp, auth: { ...auth, method: written(method, LINE.method) } } };
  };
}

async function mailbox(protocol: "imap" | "pop3", options: Omit<MailboxOptions, "certificate"> = {}): Promise<number> {
  const run = protocol === "imap" ? imapScript : pop3Script;
  const all = { certificate: servers.certificate, ...options };
  return script((peer) => run(peer, all), options.isStartTls ? undefined : servers.certificate);
}

const PATHS = {
  tls: "dns+ tcp+ tls+ greeting+ capabilities+ login+",
  starttls: "dns+ tcp+ greeting+ starttls+ tls+ capabilities+ login+",
  none: "dns+ tcp+ greeting+ capabilities+ login+",
};

for (const security of ["tls", "starttls", "none"] as const) {
  for (const method of ["plain", "login", "cram-md5"] as const) {
    test(`SMTP with ${security} and ${method}: every step passes, and nothing is sent`, async () => {
      const server = await servers.mail({ security });
      const login = loginOf(PASSWORD, method);
      const { report, lines, nodes } = await visit(
        { port: server.port, security, method },
        { login, ca: servers.certificate.cert },
      );
      assert.equal(stepWords(report), PATHS[security]);
      assert.equal(hasFailed(report), false);
      assert.deepEqual(server.received, []);
      assert.ok(!lines.some((it) => /^C: (?:MAIL|RCPT|DATA)/.test(it)));
      assert.ok(lines.includes("C: QUIT"));
      noSecretIn([...lines, ...wordsOf(nodes)]);
    });
  }
}

for (const protocol of ["imap", "pop3"] as const) {
  for (const isStartTls of [true, false]) {
    const security = isStartTls ? "starttls" : "tls";
    test(`${protocol} with ${security}: every step passes`, async () => {
      const port = await mailbox(protocol, { isStartTls });
      const { report, lines, nodes } = await visit({ port, security }, { protocol, ca: servers.certificate.cert });
      assert.equal(stepWords(report), PATHS[security], lines.join("\n"));
      assert.deepEqual(findingWords(report), []);
      noSecretIn([...lines, ...wordsOf(nodes)]);
    });
  }

  test(`${protocol}: a wrong password is explained and points at the password`, async () => {
    const port = await mailbox(protocol);
    const options = { protocol, ca: servers.certificate.cert, login: loginOf("not the one") };
    const { report, lines } = await visit({ port, security: "tls" }, options);
    assert.deepEqual(findingWords(report), [`error: The server refused user name or password. @${LINE.password}`]);
    assert.ok(!lines.join("\n").includes("not the one"));
  });

  test(`${protocol}: a login without SASL sends user name and password in their own way`, async () => {
    const capabilities = protocol === "imap" ? ["IMAP4rev1"] : ["USER"];
    const port = await mailbox(protocol, { capabilities });
    const { report, lines } = await visit({ port, security: "tls" }, { protocol, ca: servers.certificate.cert });
    assert.equal(stepWords(report), PATHS.tls, lines.join("\n"));
    noSecretIn(lines);
  });

  test(`${protocol}: STARTTLS that is not offered ends the visit before the login`, async () => {
    const port = await script((peer) =>
      (protocol === "imap" ? imapScript : pop3Script)(peer, { certificate: servers.certificate }),
    );
    const { report, lines } = await visit({ port, security: "starttls" }, { protocol, ca: servers.certificate.cert });
    assert.equal(stepWords(report), "dns+ tcp+ greeting+ starttls- tls. capabilities. login.");
    const [finding] = serverOf(report).findings;
    assert.match(finding?.message ?? "", /does not offer STARTTLS, so nothing more was sent/);
    assert.match(finding?.next ?? "", /993 for IMAP, 995 for POP3/);
    assert.equal(finding?.place.start.line, LINE.security);
    assert.ok(!lines.some((it) => /^C: .*(?:STARTTLS|STLS|LOGIN|AUTH|PASS)/.test(it)));
  });
}

test("a server that takes no password on this connection gets none", async () => {
  const capabilities = ["IMAP4rev1", "LOGINDISABLED"];
  const port = await script((peer) => imapScript(peer, { certificate: servers.certificate, capabilities }));
  const { report, lines } = await visit({ port, security: "none" }, { protocol: "imap" });
  assert.deepEqual(findingWords(report), [
    `error: The server takes no password on this connection (\`LOGINDISABLED\`). @${LINE.security}`,
  ]);
  assert.ok(!lines.some((it) => /^C: .*(?:LOGIN|AUTHENTICATE)/.test(it)));
});

test("a digest of MD5 that works is hinted at where TLS would protect a better login", async () => {
  const login = loginOf(PASSWORD, "cram-md5");
  const change = withMethod("cram-md5");
  const words = async (security: "starttls" | "none") => {
    const port = await serve({ security });
    return findingWords((await visit({ port, security }, { login, change, ca: servers.certificate.cert })).report);
  };
  assert.deepEqual(await words("starttls"), [`info: A challenge answered with MD5: weak by now. @${LINE.method}`]);
  assert.deepEqual(await words("none"), []);
});

test("capabilities are explained, with their parameters", async () => {
  const port = await mailbox("imap");
  const { nodes } = await visit({ port, security: "tls" }, { protocol: "imap", ca: servers.certificate.cert });
  const words = wordsOf(nodes);
  assert.ok(words.some((it) => /^IDLE \| New mail is told at once.*RFC 2177/.test(it)));
  assert.ok(words.some((it) => /^UTF8=ACCEPT \| Addresses and headers/.test(it)));
  assert.ok(words.some((it) => /^AUTH=PLAIN \| User name and password in one step/.test(it)));
  const smtp = wordsOf((await visit({ port: await serve() }, { ca: servers.certificate.cert })).nodes);
  assert.ok(smtp.some((it) => /^PIPELINING \| Several commands/.test(it)));
  assert.ok(smtp.some((it) => /^CRAM-MD5 \| A challenge answered with MD5/.test(it)));
});

const AGES: readonly (readonly [name: string, to: number, from: number, finding: RegExp | undefined])[] = [
  ["a year left", 365, -1, undefined],
  ["thirty days left", 30.5, -1, undefined],
  ["29 days left", 29.5, -1, /^info: The certificate ends on \d{4}-\d\d-\d\d; days left: 29\./],
  ["13 days left", 13.5, -1, /^warning: The certificate ends on .*; days left: 13\./],
  ["expired", -2.5, -90, /^error: The certificate expired on \d{4}-\d\d-\d\d\./],
  ["not yet valid", 90, 5, /^error: The certificate is not valid before /],
];

for (const [name, to, from, wanted] of AGES) {
  test(`a certificate with ${name}`, async () => {
    const authority = await createCertificate("authority", { isAuthority: true });
    const leaf = await createCertificate("localhost", { from, to, authority });
    const port = await serve({ certificate: leaf, security: "tls" });
    const { report, lines } = await visit({ port, security: "tls" }, { ca: authority.cert });
    const [found, ...others] = findingWords(report);
    assert.deepEqual(others, []);
    if (wanted === undefined) assert.equal(found, undefined);
    else assert.match(found ?? "", wanted);
    const isBad = found?.startsWith("error") === true;
    assert.equal(stepWords(report), isBad ? "dns+ tcp+ tls- greeting. capabilities. login." : PATHS.tls);
    assert.equal(
      lines.some((it) => it.startsWith("C: AUTH")),
      !isBad,
    );
  });
}

test("a certificate for another name that has expired as well: both are said", async () => {
  const bad = await createCertificate("other.example", { from: -90, to: -2 });
  const port = await serve({ certificate: bad });
  const { report, nodes } = await visit({ port }, { ca: servers.certificate.cert });
  const words = findingWords(report).join("\n");
  assert.match(words, /error: The certificate expired on/);
  assert.match(words, /error: The certificate is for other\.example, 127\.0\.0\.1, not for `localhost`\. @3/);
  assert.ok(wordsOf(nodes).some((it) => it.startsWith("Certificate: other.example | expired")));
});

test("what the file does not want checked is a warning, and the login goes on", async () => {
  const bad = await createCertificate("other.example", { from: -90, to: -2 });
  const port = await serve({ certificate: bad });
  const { report } = await visit({ port, isVerified: false }, { ca: servers.certificate.cert });
  assert.equal(stepWords(report), PATHS.starttls);
  assert.equal(hasFailed(report), false);
  assert.ok(findingWords(report).every((it) => it.startsWith("warning")));
});

test("implicit TLS on a STARTTLS port, and the reverse, point at `security`", async () => {
  const begins = await serve({ security: "starttls" });
  const wrong = await visit({ port: begins, security: "tls" }, { ca: servers.certificate.cert });
  assert.match(findingWords(wrong.report)[0] ?? "", /begins in cleartext \(STARTTLS\)\. @5/);
  const implicit = await serve({ security: "tls" });
  const other = await visit({ port: implicit, security: "starttls", timeoutMs: 300 }, { ca: servers.certificate.cert });
  assert.match(findingWords(other.report)[0] ?? "", /expects TLS from the first byte.* @5/);
  const imap = await script((peer) => imapScript(peer, { certificate: servers.certificate }));
  const { report } = await visit({ port: imap, security: "tls" }, { protocol: "imap" });
  assert.match(serverOf(report).findings[0]?.next ?? "", /993 or 995/);
});

test("a login method that is not offered names those that are", async () => {
  const port = await script(async (peer) => {
    peer.say("220 mail.example.com ready");
    for (let line = await peer.line(); line !== undefined; line = await peer.line()) {
      if (line.startsWith("EHLO")) peer.say("250-mail.example.com", "250-AUTH LOGIN XOAUTH2", "250 SIZE 1000");
      else if (line.startsWith("AUTH")) peer.say("504 5.5.4 Unrecognized authentication type");
      else peer.say("221 bye");
    }
  });
  const { report } = await visit({ port, security: "none" });
  const [finding] = serverOf(report).findings;
  assert.equal(finding?.message, "The server does not offer the login method `plain`.");
  assert.equal(finding?.next, "Write one that it offers: `login`, `xoauth2`.");
  assert.equal(finding?.place.start.line, LINE.method);
});

test("a server without AUTH, SMTPUTF8 and DSN", async () => {
  const port = await script(async (peer) => {
    peer.say("220 ready");
    await peer.line();
    peer.say("250 SIZE 1000");
  });
  const { report } = await visit(
    { port, security: "none" },
    {
      change: (it) => ({
        ...it,
        from: written("öps@example.com", LINE.from),
        test: { ...it.test, dsn: written(["failure"], 14) },
      }),
    },
  );
  const words = findingWords(report).join("\n");
  assert.match(words, /warning: The server offered no login/);
  assert.match(words, new RegExp(`warning: The server has no SMTPUTF8.* @${LINE.from}`));
  assert.match(words, /info: The server has no DSN.* @14/);
});

test("a public name that leads into a private network is pointed out, and an unknown one explained", async () => {
  const port = await serve({ security: "none" });
  const inside = await visit({ port, security: "none", host: "mail.example.com" });
  assert.match(findingWords(inside.report).join("\n"), /info: `mail\.example\.com` leads to 127\.0\.0\.1, an address/);
  const lookup = async () => {
    throw Object.assign(new Error("getaddrinfo ENOTFOUND mail.example.com"), { code: "ENOTFOUND" });
  };
  const { report } = await visit({ port, host: "mail.example.com" }, { lookup });
  assert.equal(stepWords(report), "dns- tcp. greeting. starttls. tls. capabilities. login.");
  assert.deepEqual(findingWords(report), [`error: There is no host of this name in DNS. @${LINE.host}`]);
});

test("stand-by servers are tested too, with the first server's login", async () => {
  const [first, second] = [await serve(), await serve({ security: "tls" })];
  const { report, lines } = await visit(
    { port: first },
    {
      ca: servers.certificate.cert,
      change: (it) => {
        const { smtp } = it;
        assert.ok(smtp);
        const { auth: _, ...bare } = smtp;
        return { ...it, failover: [{ ...bare, port: written(second, 20), security: written("tls", 20) }] };
      },
    },
  );
  assert.deepEqual(
    report.servers.map(({ isFailover, steps }) => [isFailover, steps.every(({ state }) => state === "passed")]),
    [
      [false, true],
      [true, true],
    ],
  );
  assert.equal(lines.filter((it) => it.startsWith("C: AUTH PLAIN")).length, 2);
});

test("a token goes out with XOAUTH2, and a refusal is told by its reply", async () => {
  const heard: string[] = [];
  const port = await script(async (peer) => {
    peer.say("220 ready");
    for (let line = await peer.line(); line !== undefined; line = await peer.line()) {
      heard.push(line);
      if (line.startsWith("EHLO")) peer.say("250-mail.example.com", "250 AUTH XOAUTH2");
      else if (line.startsWith("AUTH")) peer.say(`334 ${Buffer.from('{"status":"401"}').toString("base64")}`);
      else peer.say(line === "" ? "535 5.7.3 Authentication unsuccessful" : "221 bye");
    }
  });
  const { report, lines } = await visit(
    { port, security: "none" },
    {
      login: { ...loginOf("", "xoauth2"), accessToken: "a fetched token" },
      change: withMethod("xoauth2"),
    },
  );
  const token = Buffer.from(`user=${USER}\u0001auth=Bearer a fetched token\u0001\u0001`).toString("base64");
  assert.ok(heard.includes(`AUTH XOAUTH2 ${token}`));
  assert.ok(!lines.join("\n").includes(token));
  assert.match(findingWords(report)[0] ?? "", /^error: The server refused user name or password/);
});

test("cancelling ends at once", async () => {
  const silent = await servers.silent();
  const controller = new AbortController();
  const running = visit({ port: silent.port, timeoutMs: 60_000 }, { signal: controller.signal });
  await silent.connected;
  controller.abort();
  const { report } = await running;
  assert.equal(report.isCancelled, true);
  assert.deepEqual(findingWords(report), []);
  assert.equal(verdict(report, translator()), "The connection test was cancelled.");
});

test("the report as lines and as a page, in both languages; what a server says stays text", async () => {
  const port = await script(async (peer) => {
    peer.say("220 <img src=x> | [link](command:x) **bold** \u001b[31mred");
    await peer.line();
    peer.say("250 SIZE 1000");
    await peer.line();
  });
  const { report } = await visit({ port, security: "none" }, { login: undefined });
  const now = Date.now();
  const where = ({ start }: Range) => `:${start.line}`;
  const lines = reportLines(report, now, translator(), where).join("\n");
  assert.match(
    lines,
    /^! SMTP 127\.0\.0\.1:\d+ {2}none · warnings: 1 · \d+ ms\n.*\n {2}✓ Name \(DNS\) {2}127\.0\.0\.1/s,
  );
  assert.ok(!lines.includes("\u001b"));
  const page = reportPage(report, now, translator(), where);
  assert.match(page, /^# Connection report: ops\n\nAccount `ops`: the connection test passed/);
  assert.doesNotMatch(page, /<img|\[link\]|\*\*bold/);
  assert.match(reportPage(report, now, translator("zh-cn"), where), /^# 连接报告：ops\n/);
});
