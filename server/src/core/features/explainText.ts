import { say, type Translate } from "../locale.ts";
import { type Delivery, type DeliveryAction, readDeliveries } from "./deliveryReport.ts";
import { type Explanation, explainReply } from "./explain.ts";

/** A part of a text and what it means. */
export interface ExplainedText {
  /** Absent where the text is a lone reply or error. */
  readonly delivery?: Delivery;
  /** Absent where nothing is known about the reply of a delivery. */
  readonly explanation?: Explanation;
}

/** What became of the mail, with `{recipient}`. */
const OUTCOMES: Readonly<Record<DeliveryAction, string>> = {
  failed: say("{recipient}: not delivered, and not tried again."),
  delayed: say("{recipient}: not delivered yet; the server goes on trying."),
  delivered: say("{recipient}: delivered into the mailbox."),
  relayed: say("{recipient}: taken by the next server, whose reports may lack."),
  expanded: say("{recipient}: taken for a list of recipients."),
};
/** Longer addresses than the longest (RFC 5321 §4.5.3.1) are no addresses. */
const LONGEST_ADDRESS = 254;

/**
 * Explains what somebody pastes: a reply, an error, a bounce message (RFC 3464), lines of a log, an error object of
 * nodemailer. One entry for each delivery that the text tells of.
 *
 * @returns empty where nothing is recognised
 */
export function explainText(text: string, t: Translate): readonly ExplainedText[] {
  const deliveries = readDeliveries(text);
  if (deliveries.length > 0) {
    return deliveries.map((delivery) => {
      const explanation = explainReply(delivery.reply, t, { command: delivery.command });
      return { delivery, ...(explanation === undefined ? {} : { explanation }) };
    });
  }
  const explanation = explainReply(replyOfError(text), t, { command: commandOfError(text) });
  return explanation === undefined ? [] : [{ explanation }];
}

/** The first line of a delivery: to whom, and what became of it. */
export function outcomeOf({ recipient, action }: Delivery, t: Translate): string {
  // Addresses are longer than the values that `t` clips.
  return t(OUTCOMES[action]).replace("{recipient}", () => recipient.slice(0, LONGEST_ADDRESS));
}

const RESPONSE = /\bresponse["']?:\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|`(?<back>[^`]*)`)/;
const COMMAND = /\bcommand["']?:\s*["'](?<command>[A-Z]{1,10}(?: [A-Z0-9-]{1,20})?)/;

/** An error of nodemailer, printed as JSON or by Node, holds the reply under `response`. */
function replyOfError(text: string): string {
  const { double, single, back } = RESPONSE.exec(text)?.groups ?? {};
  const response = double ?? single ?? back;
  return response === undefined ? text : response.replace(/(?:\\{1,2}r)?\\{1,2}n/g, "\n");
}

function commandOfError(text: string): string {
  return COMMAND.exec(text)?.groups?.["command"] ?? "";
}
