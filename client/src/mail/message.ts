import MailComposer from "nodemailer/lib/mail-composer";
import type { Translate } from "../../../server/src/core/locale.ts";
import type { AccountInfo } from "./account.ts";
import { hasControls } from "./address.ts";
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
    attachments: attachments.map(({ name, content }) => ({ filename: name, content: Buffer.from(content) })),
    newline: "windows",
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const messageId = node.messageId();
  const { from: sender, to: recipients } = node.getEnvelope();
  // As it is: nodemailer would take an address in a header of ours for a text, and encode its `@`.
  const receipt = { value: `<${sender}>`, prepared: true };
  if (test.readReceipt?.value) node.addHeader("Disposition-Notification-To", receipt);
  const notify = (test.dsn?.value ?? []).map((it) => it.toUpperCase());
  const dsn = notify.length > 0 ? { notify, ret: "HDRS" as const, envid: messageId.replace(/[<>]/g, "") } : undefined;
  return {
    // The envelope as the headers have it: domains in their ASCII form.
    envelope: { from: String(sender), to: recipients, ...(dsn ? { dsn } : {}) },
    raw: await node.build(),
    messageId,
  };
}
