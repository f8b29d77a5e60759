import type { FileAnswer, PublicKey } from "../host.ts";
import { isDomainName } from "../syntax/mailbox.ts";
import type { ConfigFile, DkimKey, Value } from "./config.ts";
import { toDomainName } from "./readConfig.ts";
import { isSelector } from "./schemaFaults.ts";
import type { DomainName } from "./zone.ts";

/** What the file of a private key holds, as far as this host can tell. */
export type KeyFile =
  | { readonly kind: "key"; readonly path: string; readonly publicKey: PublicKey }
  /** There is a file, and nobody here can read keys. */
  | { readonly kind: "unread"; readonly path: string }
  | { readonly kind: "missing" | "locked" | "public" | "noKey"; readonly path: string };

/** @returns `undefined` where the file lies outside the workspace, or where this host reads no files */
export function readKeyFile(file: ConfigFile, reference: Value): KeyFile | undefined {
  if (reference.value.includes("${")) return undefined;
  const answer: FileAnswer | undefined = file.readFile(reference.value);
  if (answer === undefined || answer.kind === "forbidden") return undefined;
  const { path } = answer;
  if (answer.kind === "missing") return { kind: "missing", path };
  const head = new TextDecoder("latin1").decode(answer.bytes.subarray(0, 16_384));
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(head)) return { kind: "locked", path };
  const key = file.publicKeyOf(answer.bytes);
  if (key === undefined) return head.includes("PRIVATE KEY-----") ? { kind: "unread", path } : { kind: "noKey", path };
  if (key !== "unreadable") return { kind: "key", path, publicKey: key };
  return {
    kind: /-----BEGIN (?:RSA )?PUBLIC KEY-----|-----BEGIN CERTIFICATE-----/.test(head) ? "public" : "noKey",
    path,
  };
}

export function dkimKeysIn(file: ConfigFile): readonly DkimKey[] {
  return file.documents.flatMap(({ dkim }) => dkim);
}

/** Where receivers look for the key; `undefined` where `config/schema` says that a part of the name is none. */
export function dkimOwnerOf({ domain, selector }: DkimKey): DomainName | undefined {
  if (!domain || !selector || !isDomainName(domain.value) || !isSelector(selector.value)) return undefined;
  return toDomainName(`${selector.value}._domainkey.${domain.value}`);
}
