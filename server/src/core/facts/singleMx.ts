import { isAtOrBelow } from "../model/domainName.ts";
import type { DomainName } from "../model/zone.ts";

/** Hosts of providers that tell their customers to publish one MX only: many machines stand behind the one name. */
const SINGLE_MX: readonly DomainName[] = [
  "amazonaws.com.",
  "amazonses.com.",
  "inbound.postmarkapp.com.",
  "mx.sendgrid.net.",
  "hubspot.com.",
  "hubspotemail.net.",
  "smtp.google.com.",
  "mail.protection.outlook.com.",
  "mx.microsoft.",
  "olc.protection.outlook.com.",
  "mx.yandex.net.",
  "mx.yandex.ru.",
  "emx.mail.ru.",
  "mail.tutanota.de.",
  "mail.tutanota.com.",
  "inbound.mailersend.net.",
  "inbound-smtp.mailjet.com.",
  "parse.mailjet.com.",
  "cloudmailin.net.",
  "cust.hostedemail.com.",
  "mail.protection.partner.outlook.cn.",
  "mx.stackmail.com.",
  "your-server.de.",
  "mx.runbox.com.",
  "mx.ukraine.com.ua.",
  "smtpin.rzone.de.",
];

/** Whether a mail host is of a provider that publishes one MX on purpose. */
export function isSingleMxHost(name: DomainName): boolean {
  return SINGLE_MX.some((it) => isAtOrBelow(name, it));
}
