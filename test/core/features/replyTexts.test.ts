import assert from "node:assert/strict";
import { test } from "node:test";
import { type Meaning, serverTexts } from "../../../server/src/core/facts/serverTexts/meanings.ts";
import { explainReply } from "../../../server/src/core/features/explain.ts";
import { translator } from "../../../server/src/core/locale.ts";

const t = translator();

/** What servers were seen to answer (addresses and names replaced), by what it comes to. */
const TEXTS: readonly (readonly [meaning: Meaning, ...texts: readonly string[]])[] = [
  [
    "relay",
    "554 5.7.1 <someone@example.net>: Relay access denied",
    "550 relay not permitted",
    "550 5.7.1 <someone@example.net>... Relaying denied. Proper authentication required.",
    "550 5.7.1 Unable to relay",
    "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
    "454 4.7.1 <someone@example.net>: Relay access denied",
    "553 Requested action not taken: Local user only,smtp4,DtGowAB",
    "550 RP:FRL 192.0.2.1",
  ],
  ["needsLogin", "530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM"],
  ["needsStartTls", "530 5.7.0 Must issue a STARTTLS command first. 5-20020a05 - gsmtp"],
  [
    "needsTls",
    "538 5.7.11 Plaintext authentication disallowed on non-secure (SSL/TLS) connections.",
    "421 4.7.29 This email has been rate limited because Gmail requires all senders to use TLS for SMTP connections.",
    "421 4.7.0 TLS required for RCPT domain, closing connection.",
  ],
  ["tlsBroken", "454 4.7.0 TLS not available due to local problem"],
  [
    "badLogin",
    "535 5.7.8 Error: authentication failed: authentication failure".replace(
      "authentication failure",
      "UGFzc3dvcmQ6 SASL LOGIN authentication failed",
    ),
    "535 Incorrect authentication data",
    "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [AM6P.EURP.PROD.OUTLOOK.COM]",
    "535 5.7.3 Authentication unsuccessful [HE1PR0902CA0001.eurprd09.prod.outlook.com]",
    "526 Authentication failure[0]",
    "535 Authentication credentials invalid",
    "535 Authentication failed: The provided authorization grant is invalid, expired, or revoked",
  ],
  ["badLoginLater", "454 4.7.0 Temporary authentication failure: Connection lost to authentication server"],
  [
    "tooManyLogins",
    "454 4.7.0 Too many login attempts, please try again later. k18 - gsmtp",
    "451 Requested mail action not taken: too much fail authentication",
    "526 Authentication failure[1]",
  ],
  ["googleAppPassword", "534-5.7.9 Application-specific password required. For more information, go to"],
  ["googleBadLogin", "535-5.7.8 Username and Password not accepted. For more information, go to"],
  ["browserLogin", "534-5.7.14 <https://accounts.google.com/signin/continue> Please log in via your web browser and"],
  ["appPassword", "535 5.7.8 Error: authentication failed: Application password is REQUIRED"],
  [
    "authorisationCode",
    "535 Error: 请使用授权码登录。详情请看: http://service.mail.qq.com/cgi-bin/help?subtype=1",
    "535 Login Fail. Please enter your authorization code to login. More information in https://service.mail.qq.com/detail/0/53",
    "535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. More information at https://help.mail.qq.com/detail/108/1023",
  ],
  ["smtpOff", "550 User has no permission: smtp service is closed", "535 Error: 您的账号未开启SMTP服务"],
  [
    "smtpAuthOff",
    "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled",
    "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully.",
    "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy.",
  ],
  [
    "basicAuthOff",
    "535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [ZR0P278CA0001.CHEP278.PROD.OUTLOOK.COM]",
    "550 5.7.30 Basic authentication is not supported for Client Submission.",
  ],
  ["noMethod", "SASL authentication failed; cannot authenticate to server smtp.example.com: no mechanism available"],
  ["loginOff", "503 5.5.1 Error: authentication not enabled", "503 AUTH command used when not advertised"],
  [
    "accountBlocked",
    "550 5.1.8 Access denied, bad outbound sender AS(42004)",
    "550 5.4.6 Unusual sending activity detected. Please try after sometime.",
    "541 This account isn't allowed to send email",
    "454 Sending suspended for this account.",
  ],
  [
    "notActivated",
    "554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: a@example.com",
    "550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.",
    "421 Domain sandbox1234.mailgun.org is not allowed to send: Free accounts are for test purposes only.",
    "502 5.7.0 Your SMTP account is not yet activated. Contact support",
    "550 5.7.1 Unconfigured Sending Domain <example.com>",
  ],
  ["ipNotAllowed", "525 5.7.1 Unauthorized IP address"],
  [
    "senderNotOwned",
    "501 mail from address must be same as authorization user",
    "553 Mail from must equal authorized user",
    "440 mail from account doesn't conform with authentication (Auth Account:a@example.com|Mail Account:b@example.com)",
    "553 5.7.1 <b@example.com>: Sender address rejected: not owned by user a@example.com",
  ],
  [
    "sendAs",
    "554 5.2.252 SendAsDenied; a@example.com not allowed to send as b@example.com",
    "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
    "553 Sender is not allowed to relay emails",
    "554 DT:SUM 163 smtp13,EcCowADHx",
    "554 Access denied: User `arn:aws:iam::1:user/x' is not authorized to perform `ses:SendRawEmail'",
  ],
  [
    "senderDomain",
    "450 4.1.8 <a@example.invalid>: Sender address rejected: Domain not found",
    "553 5.1.8 <a@example.invalid>... Domain of sender address a@example.invalid does not exist",
    "550 Domain may not exist or DNS check failed",
  ],
  ["senderUnreachable", "550 Sender verify failed", "550-Verification failed for <a@example.com>"],
  ["addressForm", "553-5.1.3 The recipient address <a@> is not a valid RFC-5321 address.", "550 MI:IMF 163 smtp1"],
  [
    "userUnknown",
    "550 5.1.1 <nobody@example.com>: Recipient address rejected: User unknown in local recipient table",
    "550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking",
    "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
    "550 5.4.1 Recipient address rejected: Access denied. [AM4PEPF00027A6C.eurprd04.prod.outlook.com]",
    "550 Unrouteable address",
    "550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000728",
    "550 Invalid User:nobody@163.com",
    "554 RCPT (nobody@example.com) dosn't exist",
    "559 Invalid rcptto [@sm070101]",
    "554 delivery error: dd This user doesn't have a yahoo.com account (nobody@yahoo.com) [0]",
    "550 No such user here",
    "550 no mailbox by that name is currently available",
    "511 sorry, no mailbox here by that name (#5.1.1 - chkuser)",
    "550 5.7.1 <nobody@example.com>... User unknown",
    "450 4.1.1 <nobody@example.com>: Recipient address rejected: User unknown in virtual mailbox table",
  ],
  [
    "mailboxOff",
    "550 5.2.1 The email account that you tried to reach is disabled. For more information, go to",
    "554 30 Sorry, your message to a@yahoo.com cannot be delivered. This mailbox is disabled (554.30).",
    "550 User suspended",
    "550 account a@example.com has been suspended",
    "542 This account isn't allowed to receive email",
  ],
  [
    "mailboxFull",
    "452 4.2.2 The recipient's inbox is out of storage space. Please direct the recipient to",
    "552 5.2.2 The email account that you tried to reach is over quota.",
    "554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException",
    "552 5.2.2 <a@example.com>: Recipient address rejected: Mailbox quota exceeded",
    "452 mailbox is full",
    "550 收件人邮箱空间不足",
  ],
  [
    "mailboxBusy",
    "450-4.2.1 The user you are trying to contact is receiving mail too quickly.",
    "550 Mailbox unavailable or access denied",
    "432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded",
    "550 5.2.121 RESOLVER.RST.RecipientPerSenderRateLimit; Recipient's per hour message receive limit from specific sender exceeded",
  ],
  [
    "recipientRule",
    "550 5.7.124 RESOLVER.RST.NotAuthorizedGroup; sender not in allowed-senders list",
    "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required",
    "550 5.7.12 Sender was not authenticated by organization",
  ],
  [
    "recipientDomain",
    "450 4.1.2 <a@example.invalid>: Recipient address rejected: Domain not found",
    "550 5.4.310 DNS domain example.invalid does not exist [Message=InfoDomainNonexistent]",
    "553-5.1.2 We weren't able to find the recipient domain. Please check for any",
    "Host or domain name not found. Name service error for name=example.invalid type=MX: Host not found",
  ],
  ["nullMx", "556 5.1.10 Recipient address has null MX", "550 5.1.10 Domain example.com does not accept mail (nullMX)"],
  [
    "blockList",
    "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1",
    "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list; see",
    "450 DT:RBL 163 mx1,192.0.2.1",
    "554 No SMTP service IP address is black listed",
    "550-JunkMail rejected - host.example.com [192.0.2.1] is in an RBL on bl.spamcop.net",
  ],
  [
    "dynamicAddress",
    "550-5.7.1 The IP you're using to send mail is not authorized to send email directly to our servers. Please use the SMTP relay at your service provider instead.",
    "554 Transaction failed: Dynamic/generic hostname, see https://postmaster.gmx.net",
  ],
  ["urlList", "550 5.7.1 Message rejected: URL listed in dbl.spamhaus.org"],
  [
    "badReputation",
    "554 5.7.1 Your access to this mail system has been rejected due to the sending MTA's poor reputation.",
    "421-4.7.0 Our system has detected an unusual rate of unsolicited mail originating from your IP address.",
    "550-5.7.1 Our system has detected that this message is likely suspicious due to the very low reputation of the sending IP address.",
    "554 Reject by behaviour spam at Rcpt State(Connection IP address:192.0.2.1)",
    "421 HL:REP 163 mx8,wMCowABX",
    "554 HL:IPB 163 mx1",
    "550 Connection denied",
    "554 IP=192.0.2.1 - A problem occurred. Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.",
    "554 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/HT204137",
    "554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1",
    "421 resimta-ch2-01v.sys.comcast.net resimta RL000001 Try again later",
  ],
  [
    "microsoftBlock",
    "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150).",
    "550 5.7.606 Access denied, banned sending IP [192.0.2.1]. To request removal from this list please visit https://sender.office.com/",
    "550 OU-002 (COL004-MC6F3) Unfortunately, messages from 192.0.2.1 weren't sent.",
  ],
  [
    "complaints",
    "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes",
    "451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (S77714)",
    "451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation.",
  ],
  [
    "greylisting",
    "450 4.2.0 <a@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/",
    "451 4.7.1 Greylisting in action, please come back in 00:05:00",
    "451 Internal resource is temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451",
  ],
  [
    "unauthenticated",
    "550 5.7.515 Access denied, sending domain example.com doesn't meet the required authentication level.",
    "550-5.7.26 This mail has been blocked because the sender is unauthenticated. 550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.",
    "554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes",
    "421-4.7.32 Your email has been rate limited because the From: header (RFC5322) in this message isn't aligned with either the authenticated SPF or DKIM organizational domain.",
  ],
  [
    "dmarc",
    "550 5.7.509 Access denied, sending domain example.com does not pass DMARC verification and has a DMARC policy of reject.",
    "550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy.",
    "550 MI:DMA 163 mx3",
    "550 5.7.1 Email rejected per DMARC policy for example.com",
  ],
  [
    "noDmarc",
    "421-4.7.40 Your email has been rate limited because Gmail requires all bulk senders to have a DMARC record.",
  ],
  [
    "spf",
    "550 5.7.23 The message was rejected because of Sender Policy Framework violation (SPF fail)",
    "550 MI:SPF 163 mx12,QsCowADn",
    "550 SPF check failed",
    "421-4.7.27 Your email has been rate limited because SPF authentication didn't pass for this message.".replace(
      "SPF authentication didn't",
      "of SPF, which didn't",
    ),
    "550 5.7.1 Please see http://www.openspf.org/Why?s=mfrom;id=a@example.com",
  ],
  ["spfBroken", "550 5.7.24 Message rejected due to: SPF permanent error: too many DNS lookups"],
  ["dkim", "421-4.7.30 Your email has been rate limited because Gmail requires DKIM authentication for bulk senders"],
  ["spoof", "550 Rejected by header based Anti-Spoofing policy: a@example.com"],
  [
    "noPtr",
    "550-5.7.25 [192.0.2.1] The IP address sending this message does not have a PTR record, or the corresponding forward DNS entry does not match",
    "450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]",
    "554 No SMTP service Bad DNS PTR resource record.",
    "550 5.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]",
  ],
  [
    "helo",
    "504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname",
    "550 MI:NHD 163 mx1",
    "550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)",
  ],
  [
    "rate",
    "550 Ip frequency limited. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000725",
    "550 Domain frequency limited",
    "454 Throttling failure: Maximum sending rate exceeded.",
    "421 HL:IFC 163 mx6",
    "451 MI:SFQ 163 smtp5",
    "550 Domain example.com has exceeded the max emails per hour (100/100 (100%)) allowed. Message discarded.",
  ],
  [
    "quota",
    "550-5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to",
    "550 5.7.1 Email quota exceeded.",
    "454 Throttling failure: Daily message quota exceeded.",
    "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
    "451 Authentication failed: Maximum credits exceeded",
  ],
  [
    "tooManyConnections",
    "421 4.7.0 mx.example.com Error: too many connections from 192.0.2.1",
    "432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending",
  ],
  ["tooManyRecipients", "452 4.5.3 Your message has too many recipients.", "452 4.5.3 Error: too many recipients"],
  ["tooManyErrors", "421 4.7.0 mx.example.com Error: too many errors", "450 MI:CEL 163 smtp3"],
  [
    "tooLarge",
    "552 5.3.4 Message size exceeds fixed limit",
    "552-5.3.4 Your message exceeded Google's message size limits.",
    "552 Requested mail action aborted: exceeded mailsize limit",
    "552 5.2.3 the message size exceeds the maximum allowed",
  ],
  [
    "dangerous",
    "552-5.7.0 This message was blocked because its content presents a potential security issue.",
    "554 5.7.1 Virus found, message rejected",
    "554 Message not allowed - [PH01] Email not accepted for policy reasons.",
  ],
  ["attachment", "552 Illegal Attachment", "550 5.7.1 Attachments with .exe extension are not allowed"],
  [
    "spam",
    "550-5.7.1 [192.0.2.1] Our system has detected that this message is likely unsolicited mail.",
    "550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726",
    "554 Reject by content spam",
    "550 5.7.1 This message has been blocked because it looks like SPAM",
    "554 5.7.1 Message rejected under suspicion of SPAM; https://ya.cc/1IrBc",
  ],
  [
    "neteaseSpam",
    "554 DT:SPM 163 smtp10,DsCowAC,1700000000 http://mail.163.com/help/help_spam_16.htm",
    "550 MI:SPB 163 mx",
  ],
  [
    "noFromHeader",
    'The "From" header is missing or invalid. Please follow RFC5322, RFC2047, RFC822 standard protocol.',
  ],
  [
    "malformed",
    "554 5.6.0 Mail message is malformed. Not accepted.",
    "550 maximum allowed line length is 998 octets, got 1234",
  ],
  ["protocol", "554 SMTP synchronization error", "521 5.5.1 Protocol error"],
  ["loop", "554 5.4.14 Hop count exceeded - possible mail loop ATTR34", "mail for example.com loops back to myself"],
  [
    "expired",
    "550 5.4.300 Message expired -> 421 4.4.1 Connection timed out",
    "R=dnslookup T=remote_smtp: retry time not reached for any host for 'example.com'",
  ],
  ["full", "452 4.3.1 Insufficient system storage", "452 space shortage, please try later"],
  ["serverError", "451 4.3.5 Server configuration problem", "421 4.3.0 Temporary System Problem. Try again later"],
  [
    "policyRule",
    "550 5.7.1 The user or domain that you are sending to (or from) has a policy that prohibited the mail that you sent.",
  ],
  ["googleRule", "550 5.7.1 This message violates example.com email policy. - gcdp x - gsmtp"],
  [
    "googleRelay",
    "550-5.7.1 Invalid credentials for relay [192.0.2.1]. The IP address you've registered in your Workspace SMTP Relay service doesn't match",
  ],
  ["ipv6", "550-5.7.1 This message does not meet IPv6 sending guidelines regarding PTR records and authentication."],
  [
    "tenant",
    "550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP.",
    "550 5.7.64 TenantAttribution; Relay Access Denied",
  ],
  ["receiverTls", "450 4.7.323 tlsa-invalid: The domain failed DANE validation"],
  ["smtpUtf8", "550 5.6.7 SMTPUTF8 is required, but was not offered by host mx.example.com"],
];

const count = TEXTS.reduce((sum, [, ...texts]) => sum + texts.length, 0);

test(`${count} texts of real servers`, async (context) => {
  assert.ok(count >= 120);
  for (const [meaning, ...texts] of TEXTS) {
    const what = serverTexts([[/x/, "", meaning]])[0]?.[1].what;
    for (const text of texts) {
      await context.test(`${meaning}: ${text.slice(0, 80)}`, () => {
        const found = explainReply(text, t);
        assert.equal(found?.what, what);
        assert.notEqual(found?.source, "");
      });
    }
  }
});
