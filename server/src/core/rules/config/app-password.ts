import type { ConfigFile } from "../../model/config.ts";
import { distinct, providerOfServer, referenceName, serversIn, usesPassword } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

type Message = "app" | "code";

/** A reference whose name says that it holds the right thing is left alone: `GMAIL_APP_PASSWORD`, `QQ_AUTH_CODE`. */
export default defineRule({
  code: "config/app-password",
  target: "config",
  severity: "info",
  fixable: false,
  summary: "A provider that wants an app password or an authorisation code in the place of the password.",
  docs: {
    why: "Gmail, iCloud, Yahoo, QQ, 163 and others refuse the account's own password and answer `535`. They want one that \
was made in the account's settings for this program. A reference whose name says so (`…_APP_PASSWORD`, `…_AUTH_CODE`) ends this note.",
    bad: 'version: 1\naccounts: { ops: { smtp: { host: smtp.qq.com, auth: { username: ops@qq.com, password: "${env:QQ_PASSWORD}" } } } }',
    good: 'version: 1\naccounts: { ops: { smtp: { host: smtp.qq.com, auth: { username: ops@qq.com, password: "${env:QQ_AUTH_CODE}" } } } }',
  },
  references: ["RFC 4954 §6", "RFC 8314 §5.3"],
  messages: {
    app: "{provider} refuses the account's own password (535). Use an app password; a name with `APP_PASSWORD` ends this.",
    code: "{provider} refuses the account's own password (535). Use an authorisation code; a name with `AUTH_CODE` ends this.",
  },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, never>> {
  for (const server of serversIn(file)) {
    const provider = providerOfServer(server);
    const password = server.auth?.password;
    if (!provider || !password || !usesPassword(server.auth)) continue;
    const name = referenceName(password);
    if (name === undefined || /app|code|token|auth|key|授权/i.test(name)) continue;
    const data = { provider: provider.name };
    if (provider.secret === "app-password") yield { message: "app", data, span: password.span };
    if (provider.secret === "authorisation-code") yield { message: "code", data, span: password.span };
  }
}
