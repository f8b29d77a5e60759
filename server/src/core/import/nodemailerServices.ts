import { providerOf } from "../facts/providers.ts";

/** A server that nodemailer knows by a name, in our terms. */
export interface KnownService {
  /** Our id of the provider. */
  readonly provider: string;
  /** Where the name means another host than the provider's first. */
  readonly host: string | undefined;
}

/** Names of nodemailer's own list that are no names of ours, blanks and signs left out, in lower case. */
const NAMES: Readonly<Record<string, string>> = {
  gmailworkspace: "gmail",
  googleworkspacemail: "gmail",
  outlook365: "microsoft365",
  office365: "microsoft365",
  hotmailcom: "outlook",
  mac: "icloud",
  qqenterprise: "exmail",
  aliyunqiye: "alibaba-mail",
  qiyealiyun: "alibaba-mail",
  protonme: "proton-bridge",
  protonmailcom: "proton-bridge",
  protonmailch: "proton-bridge",
  postmarkapp: "postmark",
  sparkpostmail: "sparkpost",
};

const SES = /^ses-([a-z]{2}(?:-gov)?-[a-z]+-\d)$/;

/** What `service` of a transport means; `undefined` for a name that no provider of ours has. */
export function serviceOf(name: string): KnownService | undefined {
  const lower = name.trim().toLowerCase();
  const region = SES.exec(lower)?.[1];
  if (region !== undefined) return { provider: "amazon-ses", host: `email-smtp.${region}.amazonaws.com` };
  const plain = lower.replace(/[^a-z0-9]/g, "");
  const known =
    providerOf(lower) ??
    providerOf(plain) ??
    (Object.hasOwn(NAMES, plain) ? providerOf(NAMES[plain] ?? "") : undefined);
  return known && { provider: known.id, host: undefined };
}
