import MailComposer from "nodemailer/lib/mail-composer";
import type { Translate } from "../../../server/src/core/locale.ts";
import type { AccountInfo } from "./account.ts";
import { bareAddress, hasControls } from "./address.ts";
import type { Envelope } from "./transport.ts";

export interface Attachment {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface Message {
  readonly envelope: Envelope;
  readonly raw: Uint8Array;
  /** With angle brackets. */
  readonly messageId: string;
}

/**
 * The mail that a config's `test` describes, with texts of ours where it has none.
 *
 * @throws where a text would begin another header (RFC 5322 §2.2), which `prepareMail` has ruled out
 */
export async function composeMessage(
  { test }: Pick<AccountInfo, "test">,
  from: string,
  to: string,
  attachments: readonly Attachment[],
  t: Translate,
): Promise<Message> {
  const subject = test.subject?.value ?? t("Mailconfig test mail");
  const headerTexts = [from, to, subject, ...attachments.map(({ name }) => name)];
  if (headerTexts.some(hasControls)) throw new Error("A header holds a line break");
  const text = test.text?.value ?? t("It works. Mailconfig sent this mail to test the configuration.");
  const node = new MailComposer({
    from,
    to,
    subject,
    text,
    ...(test.html ? { html: test.html.value } : {}),
    ...(test.readReceipt?.value ? { headers: { "Disposition-Notification-To": from } } : {}),
    attachments: attachments.map(({ name, content }) => ({ filename: name, content: Buffer.from(content) })),
    newline: "windows",
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const messageId = node.messageId();
  const notify = (test.dsn?.value ?? []).map((it) => it.toUpperCase());
  const dsn = notify.length > 0 ? { notify, ret: "HDRS" as const, envid: messageId.replace(/[<>]/g, "") } : undefined;
  return {
    // The envelope as the headers have it: domains in their ASCII form.
    envelope: {
      from: bareAddress(String(node.getEnvelope().from)),
      to: [...node.getEnvelope().to],
      ...(dsn ? { dsn } : {}),
    },
    raw: await node.build(),
    messageId,
  };
}
