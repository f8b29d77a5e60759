import type { AccountInfo, ServerInfo } from "../model/account.ts";
import type { Export } from "./target.ts";
import { addressOf, hasLogin, hostOf, inOneLine, senderOf, usernameOf } from "./values.ts";
import { xmlText } from "./xml.ts";

type PlistValue =
  | string
  | number
  | boolean
  | readonly PlistEntry[]
  | { readonly list: readonly (readonly PlistEntry[])[] };
type PlistEntry = readonly [key: string, value: PlistValue];

/**
 * A configuration profile for iPhone, iPad and Mac (Apple's payload `com.apple.mail.managed`). It holds no password: the
 * device asks for it when the profile is installed.
 */
export const exportApple: Export = (account, { t, createUuid }) => {
  const address = addressOf(account);
  const incoming = account.imap ?? account.pop3;
  const { smtp } = account;
  if (address === undefined)
    return { refused: t("The account `{account}` has no sender. Write `from`.", { account: account.name }) };
  if (incoming === undefined || smtp === undefined || hostOf(incoming) === "" || hostOf(smtp) === "") {
    return {
      refused: t("An Apple profile needs a server to read from and one to send through: write `imap` and `smtp`."),
    };
  }
  const identifier = `${address.domain.split(".").reverse().join(".")}.mail.${address.local.replace(/[^\w-]/g, "-")}`;
  const mail: readonly PlistEntry[] = [
    ["PayloadType", "com.apple.mail.managed"],
    ["PayloadVersion", 1],
    ["PayloadIdentifier", `${identifier}.account`],
    ["PayloadUUID", createUuid().toUpperCase()],
    ["PayloadDisplayName", address.address],
    ["EmailAccountDescription", inOneLine(account.name)],
    ["EmailAccountName", senderOf(account)?.name || address.local],
    ["EmailAccountType", incoming.protocol === "imap" ? "EmailTypeIMAP" : "EmailTypePOP"],
    ["EmailAddress", address.address],
    ...serverEntries("Incoming", incoming, account),
    ...serverEntries("Outgoing", smtp, account),
    ["OutgoingPasswordSameAsIncomingPassword", usernameOf(account, incoming) === usernameOf(account, smtp)],
  ];
  const profile: readonly PlistEntry[] = [
    ["PayloadType", "Configuration"],
    ["PayloadVersion", 1],
    ["PayloadIdentifier", identifier],
    ["PayloadUUID", createUuid().toUpperCase()],
    ["PayloadDisplayName", t("Mail of {address}", { address: address.address })],
    ["PayloadContent", { list: [mail] }],
  ];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    ...dictionary(profile, ""),
    "</plist>",
  ];
  return { text: `${lines.join("\n")}\n`, fileName: `${address.domain}.mobileconfig`, language: "xml" };
};

/** With `UseSSL` the device takes TLS from the first byte on 465, 993 and 995, STARTTLS on the others. */
function serverEntries(side: "Incoming" | "Outgoing", server: ServerInfo, account: AccountInfo): readonly PlistEntry[] {
  const prefix = `${side}MailServer`;
  const isOpen = side === "Outgoing" && !hasLogin(server);
  const method = server.auth?.method.value === "cram-md5" ? "EmailAuthCRAMMD5" : "EmailAuthPassword";
  return [
    [`${prefix}HostName`, hostOf(server)],
    [`${prefix}PortNumber`, server.port.value],
    [`${prefix}UseSSL`, server.security.value !== "none"],
    [`${prefix}Authentication`, isOpen ? "EmailAuthNone" : method],
    ...(isOpen
      ? []
      : [[`${prefix}Username`, usernameOf(account, server) || (addressOf(account)?.address ?? "")] as const]),
  ];
}

function dictionary(entries: readonly PlistEntry[], indent: string): string[] {
  const inner = `${indent}  `;
  const lines = entries.flatMap(([key, value]) => [`${inner}<key>${xmlText(key)}</key>`, ...valueLines(value, inner)]);
  return [`${indent}<dict>`, ...lines, `${indent}</dict>`];
}

function valueLines(value: PlistValue, indent: string): string[] {
  if (typeof value === "string") return [`${indent}<string>${xmlText(value)}</string>`];
  if (typeof value === "number") return [`${indent}<integer>${value}</integer>`];
  if (typeof value === "boolean") return [`${indent}<${value}/>`];
  if (!("list" in value)) return dictionary(value, indent);
  return [`${indent}<array>`, ...value.list.flatMap((it) => dictionary(it, `${indent}  `)), `${indent}</array>`];
}
