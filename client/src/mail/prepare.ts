import { posix } from "node:path";
import type { Translate } from "../../../server/src/core/locale.ts";
import type { AccountInfo, DkimKeyInfo, ServerInfo, Written } from "./account.ts";
import { addressProblem, bareAddress, hasControls } from "./address.ts";
import { readSigningKey, type SigningKey } from "./dkimSign.ts";
import type { Login } from "./login.ts";
import type { Attachment } from "./message.ts";

/** The bytes of a file that the config names; `undefined` where it cannot or must not be read. */
export type ReadBeside = (reference: string) => Promise<Uint8Array | undefined>;

/** What a mail needs of the files that its config names. */
export interface MailFiles {
  /** Certificates in PEM that are trusted instead of the machine's. */
  readonly ca: string | undefined;
  readonly attachments: readonly Attachment[];
  readonly keys: readonly SigningKey[];
  /** Keys that should sign and cannot: the mail goes out without them, and the user is told. */
  readonly unusedKeys: readonly UnusableValue[];
}

/** A value of the config that cannot be used, with its place; the message is for the user. */
export class UnusableValue extends Error {
  readonly written: Written<string>;

  constructor(message: string, written: Written<string>) {
    super(message);
    this.written = written;
  }
}

/**
 * Reads what a mail needs before it is sent, and refuses what would not be the mail that was meant.
 *
 * @throws UnusableValue
 */
export async function prepareMail(
  account: AccountInfo,
  server: ServerInfo,
  login: Login | undefined,
  read: ReadBeside,
  t: Translate,
): Promise<MailFiles> {
  const sender = senderOf(account, login);
  if (addressProblem(sender, t) !== undefined) {
    const sentence = t("The account `{account}` has no sender. Write `from`.", { account: account.name });
    throw new UnusableValue(sentence, account.from ?? { value: "", range: account.nameRange });
  }
  const { subject } = account.test;
  if (subject !== undefined && hasControls(subject.value)) {
    throw new UnusableValue(t("The subject holds a line break, which would begin another header."), subject);
  }
  requireToken(server, login, t);
  return readFiles(account, server, sender, read, t);
}

/** Whether there is something to log in with, where it is no password. @throws UnusableValue */
export function requireToken({ auth }: ServerInfo, login: Login | undefined, t: Translate): void {
  const hasToken = login?.method !== "xoauth2" || login.accessToken !== "" || login.refreshToken !== "";
  if (hasToken || auth === undefined) return;
  const sentence = t("XOAUTH2 needs a token. Write `accessToken`, or `refreshToken` with `accessUrl`.");
  throw new UnusableValue(sentence, { value: "", range: auth.method.range });
}

/** `from`, else the login where it is an address; `""` where neither says who sends. */
export function senderOf(account: AccountInfo, login: Login | undefined): string {
  const from = account.from?.value ?? "";
  if (bareAddress(from) !== "") return from;
  return login?.username.includes("@") ? login.username : "";
}

/** The certificates in PEM that a server's file names; `undefined` where it names none. @throws UnusableValue */
export async function readCa({ tls }: ServerInfo, read: ReadBeside, t: Translate): Promise<string | undefined> {
  if (tls.caFile === undefined) return undefined;
  const sentence = t("The certificate file `{file}` cannot be read. It must lie in the workspace.", {
    file: tls.caFile.value,
  });
  return new TextDecoder().decode(await needed(tls.caFile, read, sentence));
}

async function needed(written: Written<string>, read: ReadBeside, sentence: string): Promise<Uint8Array> {
  const bytes = await read(written.value);
  if (bytes === undefined) throw new UnusableValue(sentence, written);
  return bytes;
}

async function readFiles(
  account: AccountInfo,
  server: ServerInfo,
  sender: string,
  read: ReadBeside,
  t: Translate,
): Promise<MailFiles> {
  const ca = await readCa(server, read, t);
  const attachments: Attachment[] = [];
  for (const written of account.test.attachments) {
    const sentence = t("The attachment `{file}` cannot be read. It must lie in the workspace.", {
      file: written.value,
    });
    const name = posix.basename(written.value.replaceAll("\\", "/"));
    if (hasControls(name)) throw new UnusableValue(sentence, written);
    attachments.push({ name, content: await needed(written, read, sentence) });
  }
  const found = await Promise.all(keysFor(account, sender).map((it) => readKey(it, read, t)));
  const unusedKeys = found.filter((it) => it instanceof UnusableValue);
  const keys = found.filter((it): it is SigningKey => !(it instanceof UnusableValue));
  return { ca, attachments, keys, unusedKeys };
}

async function readKey(
  { domain, selector, privateKeyFile }: DkimKeyInfo,
  read: ReadBeside,
  t: Translate,
): Promise<SigningKey | UnusableValue> {
  const file = privateKeyFile.value;
  const bytes = await read(file);
  const unread = t("The mail is not signed: the DKIM key `{file}` cannot be read. It must lie in the workspace.", {
    file,
  });
  if (bytes === undefined) return new UnusableValue(unread, privateKeyFile);
  const useless = t(
    "The mail is not signed: `{file}` holds no key that signs. Write an RSA or Ed25519 key in PEM, without a passphrase.",
    { file },
  );
  return readSigningKey(domain.value, selector.value, bytes) ?? new UnusableValue(useless, privateKeyFile);
}

/**
 * The keys of the From domain; where there are none, those of a domain above or below it, which may align with it (RFC 9989
 * §4.4.1). The public suffix list would say so for sure, and is too large for this.
 */
function keysFor({ dkim }: AccountInfo, from: string): AccountInfo["dkim"] {
  const address = bareAddress(from);
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  const nameOf = (key: DkimKeyInfo) => key.domain.value.toLowerCase().replace(/\.$/, "");
  const own = dkim.filter((it) => nameOf(it) === domain);
  const related = dkim.filter((it) => `.${domain}`.endsWith(`.${nameOf(it)}`) || nameOf(it).endsWith(`.${domain}`));
  return own.length > 0 ? own : related;
}
