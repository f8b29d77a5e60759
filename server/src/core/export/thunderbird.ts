import type { AccountInfo, AuthMethod, Security, ServerInfo } from "../model/account.ts";
import type { Mailbox } from "../syntax/mailbox.ts";
import type { Export } from "./target.ts";
import { addressOf, hostOf, usernameOf } from "./values.ts";
import { xmlText } from "./xml.ts";

const SOCKETS: Readonly<Record<Security, string>> = { tls: "SSL", starttls: "STARTTLS", none: "plain" };
const METHODS: Readonly<Record<AuthMethod, string>> = {
  plain: "password-cleartext",
  login: "password-cleartext",
  "cram-md5": "password-encrypted",
  xoauth2: "OAuth2",
  none: "none",
};

/** Mozilla's autoconfig file (`config-v1.1.xml`): what a domain publishes for its users at `autoconfig.<domain>/mail/`. */
export const exportThunderbird: Export = (account, { t }) => {
  const address = addressOf(account);
  const { imap, pop3, smtp } = account;
  if (address === undefined)
    return { refused: t("The account `{account}` has no sender. Write `from`.", { account: account.name }) };
  const servers = [imap, pop3, smtp].flatMap((it) => (it && hostOf(it) !== "" ? [it] : []));
  if (servers.length === 0)
    return { refused: t("The account `{account}` names no server.", { account: account.name }) };
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<clientConfig version="1.1">',
    `  <emailProvider id="${xmlText(address.domain)}">`,
    `    <domain>${xmlText(address.domain)}</domain>`,
    `    <displayName>${xmlText(address.domain)}</displayName>`,
    `    <displayShortName>${xmlText(account.name)}</displayShortName>`,
    ...servers.flatMap((it) => serverLines(it, account, address)),
    "  </emailProvider>",
    "</clientConfig>",
  ];
  return { text: `${lines.join("\n")}\n`, fileName: "config-v1.1.xml", language: "xml" };
};

function serverLines(server: ServerInfo, account: AccountInfo, address: Mailbox): string[] {
  const { protocol, port, security, auth } = server;
  const element = protocol === "smtp" ? "outgoingServer" : "incomingServer";
  const method = auth?.method.value ?? (protocol === "smtp" ? "none" : "plain");
  const user =
    method === "none"
      ? []
      : [`      <username>${xmlText(userPattern(usernameOf(account, server), address))}</username>`];
  return [
    `    <${element} type="${protocol}">`,
    `      <hostname>${xmlText(hostOf(server))}</hostname>`,
    `      <port>${port.value}</port>`,
    `      <socketType>${SOCKETS[security.value]}</socketType>`,
    ...user,
    `      <authentication>${METHODS[method]}</authentication>`,
    `    </${element}>`,
  ];
}

/** The file serves everybody of the domain: a name that follows from the address is written as a pattern. */
function userPattern(username: string, { address, local }: Mailbox): string {
  if (username === "" || username.toLowerCase() === address.toLowerCase()) return "%EMAILADDRESS%";
  return username === local ? "%EMAILLOCALPART%" : username;
}
