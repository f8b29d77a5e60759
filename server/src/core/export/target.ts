import type { Translate } from "../locale.ts";
import type { AccountInfo } from "../model/account.ts";

/** What an account can be written for. */
export const EXPORT_TARGETS = ["nodemailer", "postfix", "msmtp", "thunderbird", "apple", "text"] as const;
export type ExportTarget = (typeof EXPORT_TARGETS)[number];

/** A file for another program. It holds no secret: the program reads it from elsewhere, or asks for it. */
export interface Exported {
  readonly text: string;
  /** As the program calls it, or as it is commonly called. */
  readonly fileName: string;
  /** An id of VS Code's. */
  readonly language: string;
}

/** Why an account cannot be written for a program: a sentence for the user. */
export interface NotExported {
  readonly refused: string;
}

export interface ExportContext {
  readonly t: Translate;
  /** A random UUID each time (RFC 9562 §5.4): the core has no chance of its own. */
  createUuid(): string;
}

export type Export = (account: AccountInfo, context: ExportContext) => Exported | NotExported;
