import type { ConfigFile } from "../../model/config.ts";
import { distinct, hasCredentials, hostOf, providerOfServer, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

type Message = "login" | "password" | "token";

/** A provider's submission server without a login, or a login with a part missing. */
export default defineRule({
  code: "config/missing-credentials",
  target: "config",
  severity: "warning",
  fixable: false,
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
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, never>> {
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
      yield { message: "login", data: { provider: provider.name }, span: auth?.method?.span ?? keySpan ?? span };
      continue;
    }
    if (!auth || address) continue;
    const method = auth.method?.value;
    const at = auth.keySpan ?? auth.span;
    if (method === "xoauth2") {
      const canFetch = auth.refreshToken && auth.clientId && auth.accessUrl;
      if (!auth.accessToken && !canFetch) yield { message: "token", span: at };
    } else if (method !== "none" && auth.username && !auth.password && !auth.accessToken && !auth.refreshToken) {
      yield { message: "password", span: at };
    }
  }
}
