import { type Network, parseNetwork } from "../syntax/spfAddress.ts";

/** A mail provider or sending service by the name under which it publishes its senders: what domains include. */
export interface SpfProvider {
  readonly provider: string;
  /** What customers include. */
  readonly include: string;
  /** Hosts of the provider that people include instead, and that hold no SPF record. */
  readonly wrong: readonly string[];
}

/**
 * The likely ones first. `spfInclude` of every provider that mail is sent through stands here too. Of wrong names only
 * those that were seen in published records or in guides.
 */
export const SPF_PROVIDERS: readonly SpfProvider[] = [
  {
    provider: "Microsoft 365",
    include: "spf.protection.outlook.com",
    wrong: [
      "_spf.outlook.com",
      "spf.outlook.com",
      "outlook.office365.com",
      "smtp.office365.com",
      "_spf.office365.com",
      "spf.office365.com",
      "_spf.protection.outlook.com",
      "spf.protection.office365.com",
      "smtp-mail.outlook.com",
      "smtp.outlook.com",
    ],
  },
  {
    provider: "Google Workspace",
    include: "_spf.google.com",
    wrong: [
      "spf.google.com",
      "_spf.gmail.com",
      "spf.gmail.com",
      "smtp.gmail.com",
      "smtp.google.com",
      "smtp-relay.gmail.com",
      "aspmx.l.google.com",
      "aspmx.googlemail.com",
    ],
  },
  {
    provider: "Amazon SES",
    include: "amazonses.com",
    wrong: ["_spf.amazonses.com", "spf.amazonses.com", "ses.amazonaws.com", "_spf.amazonaws.com"],
  },
  {
    provider: "Mailgun",
    include: "mailgun.org",
    wrong: ["_spf.mailgun.com", "spf.mailgun.org"],
  },
  {
    provider: "SendGrid",
    include: "sendgrid.net",
    wrong: ["smtp.sendgrid.net", "_spf.sendgrid.net", "_spf.sendgrid.com"],
  },
  { provider: "Zoho Mail", include: "zohomail.com", wrong: ["smtp.zoho.com"] },
  {
    provider: "Fastmail",
    include: "spf.messagingengine.com",
    wrong: ["smtp.fastmail.com", "_spf.fastmail.com", "spf.fastmail.com", "_spf.messagingengine.com"],
  },
  {
    provider: "Proton Mail",
    include: "_spf.protonmail.ch",
    wrong: ["_spf.protonmail.com", "_spf.proton.me", "spf.protonmail.ch"],
  },
  {
    provider: "iCloud Mail",
    include: "icloud.com",
    wrong: ["_spf.icloud.com", "spf.icloud.com", "smtp.mail.me.com"],
  },
  {
    provider: "Tencent Exmail",
    include: "spf.mail.qq.com",
    wrong: ["spf.qq.com", "smtp.qq.com", "smtp.exmail.qq.com"],
  },
  { provider: "NetEase", include: "spf.163.com", wrong: ["smtp.163.com"] },
  {
    provider: "Alibaba Mail",
    include: "spf.qiye.aliyun.com",
    wrong: [],
  },
  {
    provider: "Alibaba Mail (HiChina)",
    include: "spf.mxhichina.com",
    wrong: ["smtp.aliyun.com", "smtp.mxhichina.com", "smtp.qiye.aliyun.com"],
  },
  {
    provider: "Yandex Mail",
    include: "_spf.yandex.net",
    wrong: ["smtp.yandex.com", "smtp.yandex.ru"],
  },
  { provider: "Mailjet", include: "spf.mailjet.com", wrong: ["in-v3.mailjet.com"] },
  {
    provider: "Brevo",
    include: "spf.brevo.com",
    wrong: ["_spf.brevo.com", "smtp-relay.brevo.com", "smtp-relay.sendinblue.com"],
  },
  {
    provider: "Postmark",
    include: "spf.mtasv.net",
    wrong: ["_spf.postmarkapp.com", "spf.postmarkapp.com", "smtp.postmarkapp.com"],
  },
  { provider: "Mailchimp Transactional (Mandrill)", include: "spf.mandrillapp.com", wrong: [] },
  { provider: "SparkPost", include: "_spf.sparkpostmail.com", wrong: [] },
  { provider: "Tencent Cloud SES", include: "qcloudmail.com", wrong: [] },
  { provider: "Aliyun DirectMail", include: "spf1.dm.aliyun.com", wrong: [] },
  { provider: "IONOS", include: "_spf-us.ionos.com", wrong: [] },
  { provider: "Mail.ru", include: "_spf.mail.ru", wrong: [] },
  { provider: "Salesforce", include: "_spf.salesforce.com", wrong: [] },
  { provider: "Zendesk", include: "mail.zendesk.com", wrong: [] },
  { provider: "Freshdesk", include: "email.freshdesk.com", wrong: [] },
];

const BY_WRONG_NAME: ReadonlyMap<string, SpfProvider> = new Map(
  SPF_PROVIDERS.flatMap((it) => it.wrong.map((name) => [name, it] as const)),
);

/** The provider whose SPF name was meant, for a host of it that holds no SPF record. */
export function wrongIncludeOf(domain: string): SpfProvider | undefined {
  return BY_WRONG_NAME.get(domain.toLowerCase().replace(/\.$/, ""));
}

/** The provider that publishes its senders under this name. */
export function spfProviderOf(domain: string): SpfProvider | undefined {
  const name = domain.toLowerCase().replace(/\.$/, "");
  return SPF_PROVIDERS.find(({ include }) => include === name);
}

/** Blocks shorter than /16 that are wholly a provider's outgoing mail. */
export const PROVIDER_NETWORKS: readonly Network[] = ["40.92.0.0/15", "52.100.0.0/14"].flatMap(
  (text) => parseNetwork(text) ?? [],
);
