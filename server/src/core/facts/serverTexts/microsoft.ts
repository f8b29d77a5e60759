import type { ServerText } from "./meanings.ts";

const NDR =
  "https://learn.microsoft.com/exchange/troubleshoot/email-delivery/ndr/non-delivery-reports-in-exchange-online";
const AUTH =
  "https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission";
const OUTLOOK = "https://sendersupport.olc.protection.outlook.com/pm/troubleshooting";

/** Exchange Online, Exchange Server and Outlook.com. */
export const MICROSOFT_TEXTS: readonly ServerText[] = [
  [/smtpclientauthentication is disabled/i, AUTH, "smtpAuthOff"],
  [/basic authentication is disabled|basic auth(?:entication)? (?:is )?not supported/i, AUTH, "basicAuthOff"],
  [
    /user is locked by your organization's security defaults|did not meet the criteria to be authenticated/i,
    AUTH,
    "smtpAuthOff",
  ],
  [/5\.7\.139 authentication unsuccessful, the user credentials were incorrect/i, AUTH, "badLogin"],
  [/5\.7\.139/, AUTH, "smtpAuthOff"],
  [/5\.7\.3 authentication unsuccessful/i, AUTH, "badLogin"],
  [/5\.7\.30\b.{0,40}(?:basic|authentication)/i, AUTH, "basicAuthOff"],
  [/concurrent connections limit exceeded/i, AUTH, "tooManyConnections"],
  [/sendasdenied|not allowed to send as|client does not have permissions to send as/i, NDR, "sendAs"],
  [/5\.7\.57\b|client (?:was|is) not authenticated to send/i, NDR, "needsLogin"],
  [
    /5\.7\.124\b|5\.7\.133\b|5\.7\.13[46]\b|5\.7\.12\b|sender (?:was )?not authenticated (?:for|by)|resolver\.rst\.(?:auth|not)/i,
    NDR,
    "recipientRule",
  ],
  [
    /5\.1\.10\b.{0,60}(?:recipientnotfound|not found|resolver)|recipientnotfound|resolver\.adr\.(?:ex|recip)?(?:not|recipnot)found/i,
    NDR,
    "userUnknown",
  ],
  [/5\.4\.1\b.{0,80}access denied|recipient address rejected: access denied|\bAS\(201806281\)/i, NDR, "userUnknown"],
  [/5\.1\.8\b.{0,20}access denied, bad outbound sender/i, NDR, "accountBlocked"],
  [/5\.1\.90\b|reached your daily limit for message recipients|submission quota exceeded/i, NDR, "quota"],
  [/5\.2\.12[12]\b|per hour message receive limit/i, NDR, "mailboxBusy"],
  [/recipient thread limit exceeded/i, NDR, "mailboxBusy"],
  [/5\.4\.310\b|dns domain .{0,80} does not exist/i, NDR, "recipientDomain"],
  [/4\.4\.316\b|5\.4\.316\b/, NDR, "expired"],
  [/\b[45]\.4\.(?:300|7)\b.{0,60}message expired/i, NDR, "expired"],
  [
    /\b[45]\.7\.32[0-7]\b|tlsa-invalid|dnssec-invalid|starttls-not-supported|certificate-host-mismatch/i,
    NDR,
    "receiverTls",
  ],
  [/5\.7\.509\b/, NDR, "dmarc"],
  [/5\.7\.515\b/, NDR, "unauthenticated"],
  [/5\.7\.51[02]?3?\b.{0,80}ipv6|5\.7\.508\b/i, NDR, "ipv6"],
  [/5\.7\.512\b/, NDR, "noFromHeader"],
  [/5\.7\.506\b|bad helo/i, NDR, "helo"],
  [/5\.7\.50[1-5]\b|5\.7\.511\b|5\.7\.70[35]\b/, NDR, "accountBlocked"],
  [/5\.7\.507\b/, NDR, "recipientRule"],
  [/5\.7\.708\b|5\.7\.750\b|5\.7\.64\b|tenantattribution/i, NDR, "tenant"],
  [/5\.7\.(?:60[6-9]|6[1-4]\d)\b|banned sending ip/i, NDR, "microsoftBlock"],
  [/4\.7\.(?:5\d\d|6\d\d|85\d|8[6-9]\d)\b/, NDR, "complaints"],
  [/outlook\.com.{0,80}s\d{4}|\(s3140\)|\(s3150\)|\bS775\b|\(S77719\)/i, OUTLOOK, "microsoftBlock"],
  [/\b(?:DY|OU|SC|RP)-00[1-6]\b/, OUTLOOK, "microsoftBlock"],
  [/5\.6\.11\b/, NDR, "malformed"],
  [/5\.4\.14\b|hop count exceeded/i, NDR, "loop"],
  [/QuotaExceededException|5\.2\.2\b.{0,20}mailbox full/, NDR, "mailboxFull"],
  [/storedrv\.submission|storedrv\.deliver/i, NDR, "serverError"],
];
