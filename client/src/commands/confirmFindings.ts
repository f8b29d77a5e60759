import type { Translate } from "../../../server/src/core/locale.ts";
import { isTouching, type Range } from "../../../server/src/core/text/span.ts";
import type { AccountInfo } from "../../../server/src/protocol.ts";
import type { Editor } from "../editor.ts";

/** A finding in a config, as the language server tells it. */
export interface AccountFinding {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: string;
  readonly range: Range;
}

/**
 * Shows what the check says about an account before anything is sent, and what is not verified. A finding that is picked
 * is opened instead.
 *
 * @returns whether to send
 */
export async function confirmFindings(
  editor: Editor,
  uri: string,
  account: AccountInfo,
  findings: readonly AccountFinding[],
  t: Translate,
): Promise<boolean> {
  const own = findings.filter(({ range }) => isTouching(range, account.range));
  const unverified = unverifiedCertificate(account, t);
  const list = [...own, ...(own.some(({ code }) => code === "config/tls-verify-off") ? [] : unverified)];
  if (list.length === 0) return true;
  const choices = list.map((finding) => ({
    label: `$(${finding.severity}) ${finding.message}`,
    description: finding.code,
    value: finding as AccountFinding | "send",
  }));
  const title =
    list.length === 1
      ? t("One finding says that sending may fail")
      : t("{count} findings say that sending may fail", { count: list.length });
  const send = { label: `$(mail) ${t("Send anyway")}`, description: "", value: "send" as const };
  const picked = await editor.pick<AccountFinding | "send">(title, [send, ...choices]);
  if (picked === "send") return true;
  if (picked !== undefined) await editor.reveal(uri, picked.range);
  return false;
}

function unverifiedCertificate({ smtp }: AccountInfo, t: Translate): readonly AccountFinding[] {
  const verify = smtp?.tls.rejectUnauthorized;
  if (verify?.value !== false || smtp?.security.value === "none") return [];
  const message = t("The server's certificate will not be checked, so anyone on the way can read the password.");
  return [{ severity: "warning", code: "", message, range: verify.range }];
}
