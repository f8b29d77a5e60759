import { accountName } from "../import/values.ts";
import type { AccountInfo, ServerInfo } from "../model/account.ts";
import type { Export, ExportContext } from "./target.ts";
import { hasLogin, hostOf, inOneLine, inSeconds, loginVariable, senderOf, usernameOf } from "./values.ts";

type Line = readonly [command: string, value: string | undefined];

/** An account for `.msmtprc` (msmtp 1.8); the password comes from the environment. */
export const exportMsmtp: Export = (account, { t }) => {
  const { smtp } = account;
  if (smtp === undefined || hostOf(smtp) === "") {
    return { refused: t("The account `{account}` has no SMTP server.", { account: account.name }) };
  }
  const name = accountName(account.name, "mail");
  const lines: readonly Line[] = [
    ["account", name],
    ["host", hostOf(smtp)],
    ["port", String(smtp.port.value)],
    // Its name has a command in the newest versions only; others stop at what they do not know.
    ["from", senderOf(account)?.address],
    ...tlsLines(smtp),
    ...authLines(account, smtp),
    ["domain", smtp.ehloName?.value],
    ["timeout", smtp.timeouts.connection && String(inSeconds(smtp.timeouts.connection.value))],
  ];
  const written = lines.flatMap(([command, value]) =>
    value === undefined || value === "" ? [] : [`${command} ${quote(value)}`],
  );
  written.push(`account default : ${name}`);
  const text = [...lost(account, smtp, t).map((it) => `# ${it}`), ...written].join("\n");
  return { text: `${text}\n`, fileName: ".msmtprc", language: "properties" };
};

function lost(
  { failover }: AccountInfo,
  { tls, pool, timeouts }: ServerInfo,
  t: ExportContext["t"],
): readonly string[] {
  const isPooled = pool !== undefined || timeouts.greeting !== undefined || timeouts.socket !== undefined;
  return [
    t("The file must be readable by its owner alone (mode 0600)."),
    ...(failover.length > 0 ? [t("Stand-by servers are not kept: msmtp knows one server.")] : []),
    ...(tls.minVersion === undefined
      ? []
      : [t("The oldest TLS version is not kept: msmtp takes what its TLS library allows.")]),
    ...(isPooled ? [t("The pool and all time limits but one are not kept.")] : []),
  ];
}

function tlsLines({ security, tls }: ServerInfo): readonly Line[] {
  if (security.value === "none") return [["tls", "off"]];
  return [
    ["tls", "on"],
    ["tls_starttls", security.value === "starttls" ? "on" : "off"],
    ["tls_certcheck", tls.rejectUnauthorized?.value === false ? "off" : undefined],
    ["tls_trust_file", tls.caFile?.value],
    ["tls_host_override", tls.servername?.value],
  ];
}

function authLines(account: AccountInfo, smtp: ServerInfo): readonly Line[] {
  const { auth } = smtp;
  if (auth === undefined || !hasLogin(smtp)) return [["auth", "off"]];
  const variable = loginVariable(account, smtp);
  return [
    ["auth", auth.method.value],
    ["user", usernameOf(account, smtp)],
    ["passwordeval", variable && `printenv ${variable}`],
  ];
}

/** msmtp knows no escapes: it takes off one pair of quotes, and blanks at both ends. */
function quote(text: string): string {
  const line = inOneLine(text);
  return /^[\w@.:/+-]+$/.test(line) ? line : `"${line}"`;
}
