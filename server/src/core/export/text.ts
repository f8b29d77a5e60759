import type { Translate } from "../locale.ts";
import type { AccountInfo, Security, ServerInfo } from "../model/account.ts";
import type { Export } from "./target.ts";
import { addressOf, hasLogin, hostOf, inOneLine, senderOf, usernameOf } from "./values.ts";

/** What people type into Outlook, an iPhone or Android: the labels of those programs with the values behind them. */
export const exportText: Export = (account, { t }) => {
  const address = addressOf(account);
  if (account.smtp === undefined && account.imap === undefined && account.pop3 === undefined) {
    return { refused: t("The account `{account}` names no server.", { account: account.name }) };
  }
  const head = [
    t("Settings of the mail account {name}", { name: inOneLine(account.name) }),
    "",
    ...row(t("Name"), senderOf(account)?.name ?? ""),
    ...row(t("Mail address"), address?.address ?? ""),
    ...row(t("Password"), t("(ask for it; it does not stand here)")),
  ];
  const parts = [
    ...programPart("Outlook", t("File → Add Account → Advanced options → set up manually"), OUTLOOK(t), account, t),
    ...programPart(
      "iPhone, iPad, Mac",
      t("Settings → Apps → Mail → Mail Accounts → Add Account → Other"),
      APPLE(t),
      account,
      t,
    ),
    ...programPart("Android (Gmail)", t("Settings → Add account → Other → Manual setup"), ANDROID(t), account, t),
  ];
  return { text: `${[...head, ...parts].join("\n")}\n`, fileName: "mail-settings.txt", language: "plaintext" };
};

/** How a program calls the ways to encrypt. */
type Words = Readonly<Record<Security, string>>;

const OUTLOOK = (t: Translate): Words => ({ tls: "SSL/TLS", starttls: "STARTTLS", none: t("None") });
const APPLE = (t: Translate): Words => ({ tls: t("Use SSL: on"), starttls: t("Use SSL: on"), none: t("Use SSL: off") });
const ANDROID = (t: Translate): Words => ({ tls: "SSL/TLS", starttls: "STARTTLS", none: t("None") });

function programPart(program: string, way: string, words: Words, account: AccountInfo, t: Translate): string[] {
  const incoming = account.imap ?? account.pop3;
  const lines = [
    ...(incoming
      ? serverPart(
          incoming.protocol === "imap" ? t("Incoming mail (IMAP)") : t("Incoming mail (POP3)"),
          incoming,
          words,
          account,
          t,
        )
      : []),
    ...(account.smtp ? serverPart(t("Outgoing mail (SMTP)"), account.smtp, words, account, t) : []),
  ];
  return ["", program, `  ${way}`, ...lines];
}

function serverPart(title: string, server: ServerInfo, words: Words, account: AccountInfo, t: Translate): string[] {
  const isOpen = server.protocol === "smtp" && !hasLogin(server);
  return [
    `  ${title}`,
    ...row(t("Server"), hostOf(server), "    "),
    ...row(t("Port"), String(server.port.value), "    "),
    ...row(t("Encryption"), words[server.security.value], "    "),
    ...row(
      t("User name"),
      isOpen
        ? t("none: the server asks for no login")
        : usernameOf(account, server) || (addressOf(account)?.address ?? ""),
      "    ",
    ),
  ];
}

/** Nothing where there is no value. */
function row(label: string, value: string, indent = ""): string[] {
  return value === "" ? [] : [`${indent}${label}: ${inOneLine(value)}`];
}
