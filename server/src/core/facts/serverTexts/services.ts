import type { ServerText } from "./meanings.ts";

const SES = "https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html";
const SENDGRID = "https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting";
const YAHOO = "https://senders.yahooinc.com/smtp-error-codes/";
const ZOHO = "https://www.zoho.com/mail/help/";
const GMX = "https://postmaster.gmx.net/en/error-messages";
const APPLE = "https://support.apple.com/102322";

/** Sending services, and mailbox providers beside Google, Microsoft and the Chinese ones. */
export const SERVICE_TEXTS: readonly ServerText[] = [
  [/email address is not verified|identities failed the check/i, SES, "notActivated"],
  [/maximum sending rate exceeded|throttling failure/i, SES, "rate"],
  [/daily message quota exceeded/i, SES, "quota"],
  [/not authorized to perform .{0,10}ses:/i, SES, "sendAs"],
  [/sending suspended for this account|sending paused/i, SES, "accountBlocked"],
  [/does not match a verified sender identity|unauthenticated senders not allowed/i, SENDGRID, "notActivated"],
  [/maximum credits exceeded|exceeded your messaging limits/i, SENDGRID, "quota"],
  [/authorization grant is invalid, expired, or revoked/i, SENDGRID, "badLogin"],
  [/is not allowed to send: (?:free|sandbox)|sandbox subdomains are for test/i, "Mailgun", "notActivated"],
  [/sender signature|account (?:is )?pending approval/i, "Postmark", "notActivated"],
  [/smtp account is not yet activated|unable to send email\. your smtp account/i, "Brevo", "notActivated"],
  [/unauthorized ip address/i, "Brevo", "ipNotAllowed"],
  [/unconfigured sending domain/i, "SparkPost", "notActivated"],
  [/\[ts0[1-4]\]|\[tss\d\d\]|temporarily deferred due to|message temporarily deferred/i, YAHOO, "complaints"],
  [/\[bl2[0-9]\]/i, YAHOO, "blockList"],
  [/\[ph\d\d\]/i, YAHOO, "dangerous"],
  [/user doesn't have a .{0,40} account|requested mail action aborted, mailbox not found/i, YAHOO, "userUnknown"],
  [/mailbox is disabled|this mailbox has been disabled|account has been disabled/i, YAHOO, "mailboxOff"],
  [/554 5\.7\.9 message not accepted for policy reasons/i, YAHOO, "unauthenticated"],
  [/message not accepted for policy reasons|aup#/i, YAHOO, "badReputation"],
  [/sender is not allowed to relay/i, ZOHO, "sendAs"],
  [/unusual sending activity|email outgoing blocked/i, ZOHO, "accountBlocked"],
  [/\[(?:CS|HM|HVU?)[0-9:]{1,4}\]|rejected due to local policy.{0,60}(?:apple|icloud)/i, APPLE, "badReputation"],
  [/no smtp service.{0,80}(?:ptr|resource record)|bad dns ptr/i, GMX, "noPtr"],
  [/no smtp service.{0,80}(?:black ?listed|blocked)|ip address is black ?listed/i, GMX, "blockList"],
  [/dynamic\/generic hostname/i, GMX, "dynamicAddress"],
  [/reject due to policy restrictions/i, GMX, "policyRule"],
  [/tosa@rx\.t-online\.de/i, "T-Online: https://postmaster.t-online.de", "badReputation"],
  [/does not have access rights to this service|application password is required/i, "Yandex", "appPassword"],
  [/under suspicion of spam/i, "Yandex", "spam"],
  [
    /create an app password|application password|requires? (?:an )?app(?:lication)?[- ](?:specific )?password|neobhodim parol prilozheniya/i,
    "Fastmail, Mail.ru, Yandex",
    "appPassword",
  ],
  [/\bOFR_?[0-9]{3}\b|\bLPN007/i, "Orange, La Poste", "badReputation"],
  [/\b(?:RL|BL|DM)00000[0-9]\b/, "Comcast", "badReputation"],
];
