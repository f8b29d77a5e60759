import type { AccountInfo } from "../model/account.ts";
import { exportApple } from "./apple.ts";
import { exportMsmtp } from "./msmtp.ts";
import { exportNodemailer } from "./nodemailer.ts";
import { exportPostfix } from "./postfix.ts";
import type { Export, ExportContext, Exported, ExportTarget, NotExported } from "./target.ts";
import { exportText } from "./text.ts";
import { exportThunderbird } from "./thunderbird.ts";

export { EXPORT_TARGETS, type Exported, type ExportTarget, type NotExported } from "./target.ts";
export { secretVariable } from "./values.ts";

const EXPORTS: Readonly<Record<ExportTarget, Export>> = {
  nodemailer: exportNodemailer,
  postfix: exportPostfix,
  msmtp: exportMsmtp,
  thunderbird: exportThunderbird,
  apple: exportApple,
  text: exportText,
};

/** An account as the settings of another program. Secrets never get into it. */
export function exportAccount(
  account: AccountInfo,
  target: ExportTarget,
  context: ExportContext,
): Exported | NotExported {
  return EXPORTS[target](account, context);
}
