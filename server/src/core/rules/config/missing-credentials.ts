import type { Provider } from "../../facts/providers.ts";
import { secretNameOf } from "../../facts/secretNames.ts";
import type { ConfigFile, Server } from "../../model/config.ts";
import { addKey } from "../../model/configEdits.ts";
import { distinct, hasCredentials, hostOf, providerOfServer, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Fix, type Report } from "../../rule.ts";
import { parseMailbox } from "../../syntax/mailbox.ts";
import { insertKey, writeScalar } from "../../syntax/yaml/edits.ts";

type Message = "login" | "password" | "token";
type Title = "login" | "password";

/** A provider's submission server without a login, or a login with a part missing. */
export default defineRule({
  code: "config/missing-credentials",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "A provider's server and no login, or half of one.",
  docs: {
    why: "Submission servers of providers take mail only from those who have logged in. Without it they answer `530 5.7.0 \
Authentication required`, and nothing is sent.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: smtp.qq.com } } }",
    good: 'version: 1\naccounts: { ops: { smtp: { host: smtp.qq.com, auth: { username: ops@qq.com, password: "${env:QQ_AUTH_CODE}" } } } }',
  },
  references: ["RFC 6409 §4.3", "RFC 4954 §6"],
  messages: {
    login:
      "{provider} takes mail only after a login, and answers 530 without one. Write `auth` with user name and password.",
    password:
      "This login has no `password`, so the server answers 535. Write one, as a reference such as `${env:NAME}`.",
    token: "`xoauth2` needs `accessToken`, or `refreshToken` with `clientId` and `accessUrl`. Write them.",
  },
  titles: { login: "Write the login", password: "Write a reference for the password" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, Title>> {
  for (const server of serversIn(file)) {
    const { auth, protocol, keySpan, span, address } = server;
    const provider = providerOfServer(server);
    const isRelay = hostOf(server) === "smtp-relay.gmail.com";
    if (provider && protocol === "smtp" && !isRelay && !hasCredentials(server) && !server.isFailover) {
      if (
        server.mapping?.pairs.some(({ isBroken }) => isBroken) ||
        (auth && !auth.method && auth.mapping?.pairs.length === 0)
      )
        continue;
      const at = auth?.method?.span ?? keySpan ?? span;
      const fix = auth ? undefined : loginFix(file, server, provider);
      yield { message: "login", data: { provider: provider.name }, span: at, ...(fix && { fix }) };
      continue;
    }
    if (!auth || address) continue;
    const method = auth.method?.value;
    const at = auth.keySpan ?? auth.span;
    if (method === "xoauth2") {
      const canFetch = auth.refreshToken && auth.clientId && auth.accessUrl;
      if (!auth.accessToken && !canFetch) yield { message: "token", span: at };
    } else if (method !== "none" && auth.username && !auth.password && !auth.accessToken && !auth.refreshToken) {
      const { mapping } = auth;
      const reference = `\${env:${provider ? secretNameOf(provider) : "SMTP_PASSWORD"}}`;
      const edits = mapping ? addKey(file, mapping, "password", reference) : [];
      const fix = { kind: "suggestion" as const, title: "password" as const, edits };
      yield { message: "password", span: at, ...(edits.length > 0 && { fix }) };
    }
  }
}

/** The whole login on one line: who, by the From address or the provider, and a reference for the secret. */
function loginFix(file: ConfigFile, { mapping, account }: Server, provider: Provider): Fix<Title> | undefined {
  if (!mapping) return undefined;
  const from = account.from && parseMailbox(account.from.value)?.address;
  const user = provider.fixedUsername ?? (provider.username === "address" ? from : undefined);
  const username = writeScalar(user ?? "${env:SMTP_USERNAME}");
  const isOAuth = provider.secret === "oauth";
  const secret = `${isOAuth ? "accessToken" : "password"}: "\${env:${secretNameOf(provider)}}"`;
  const written = `{ method: ${isOAuth ? "xoauth2" : "plain"}, username: ${username}, ${secret} }`;
  return { kind: "suggestion", title: "login", edits: insertKey(file.text, mapping, "auth", written) };
}
