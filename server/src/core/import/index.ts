import { fileNameOf } from "../text/paths.ts";
import { importAutoconfig } from "./autoconfig.ts";
import { importDotenv } from "./envSettings.ts";
import { importMsmtp } from "./msmtp.ts";
import { importNodemailer } from "./nodemailer.ts";
import { note, REASON } from "./notes.ts";
import { importPostfix } from "./postfix.ts";
import type { Imported, ImportFormat } from "./settings.ts";
import { importUrl, isSmtpUrl } from "./smtpUrl.ts";

export type { PlacedSecrets, SecretPlace, WantedSecret } from "./secretNames.ts";
export { placeSecrets } from "./secretNames.ts";
export type { Imported, ImportedAccount, ImportFormat, ImportNote } from "./settings.ts";
export { accountName } from "./values.ts";
export { accountEntries } from "./writeAccount.ts";
export { noteLines, writeConfig } from "./writeConfig.ts";

export interface ImportOptions {
  /** Whose account it is, for formats that leave it open. */
  readonly address?: string;
}

/** No file of settings is larger; a program with them in it hardly is. */
const LONGEST = 512 * 1024;

/**
 * Reads the mail settings of another program. Never throws: what cannot be read is a note.
 *
 * @param path of the file, or only its name: with the text it tells the format
 */
export function importSettings(path: string, text: string, options: ImportOptions = {}): Imported {
  const body = text.replace(/^\uFEFF/, "").slice(0, LONGEST);
  const imported = read(formatOf(path, body), body, options);
  const isCut = text.length > LONGEST;
  return isCut ? { ...imported, notes: [...imported.notes, note(1, path, REASON.tooLarge)] } : imported;
}

function read(format: ImportFormat, text: string, { address }: ImportOptions): Imported {
  if (format === "msmtp") return importMsmtp(text);
  if (format === "postfix") return importPostfix(text);
  if (format === "nodemailer") return importNodemailer(text);
  if (format === "autoconfig") return importAutoconfig(text, address);
  return format === "url" ? importUrl(text) : importDotenv(text);
}

/** The name decides where it is one that programs look for, else the text does. */
export function formatOf(path: string, text: string): ImportFormat {
  const name = fileNameOf(path).toLowerCase();
  const start = text.trimStart();
  if (/^[^\s#]+$/.test(text.trim()) && isSmtpUrl(text.trim())) return "url";
  if (/msmtprc/.test(name)) return "msmtp";
  if (/^main\.cf/.test(name)) return "postfix";
  if (/\.xml$/.test(name) || start.startsWith("<")) return "autoconfig";
  if (/\.(?:json[c5]?|[cm]?[jt]sx?)$/.test(name) || /^[{[]|createTransport\s*\(/.test(start.slice(0, 20_000)))
    return "nodemailer";
  if (/^\.env|\.env(?:\.|$)/.test(name)) return "dotenv";
  if (/^(?:relayhost|smtp_(?:tls|sasl)_\w+|mydestination|myhostname)[ \t]*=/m.test(text)) return "postfix";
  if (/^[ \t]*(?:account[ \t]+\S|defaults[ \t]*$)/m.test(text)) return "msmtp";
  if (/^(?:export )?[A-Z][A-Z0-9_]*[ \t]*=/m.test(text)) return "dotenv";
  return /createTransport\s*\(/.test(text) ? "nodemailer" : /^[ \t]*host[ \t]+\S/m.test(text) ? "msmtp" : "dotenv";
}
