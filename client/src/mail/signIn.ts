import type { Protocol } from "../../../server/src/core/facts/configTypes.ts";

/** A sign-in that an editor may offer: `vscode.authentication.getSession` takes both. */
export interface SignIn {
  readonly provider: "microsoft" | "google";
  readonly scopes: readonly string[];
}

/** What a token may be used for at Microsoft: one for SMTP is refused at IMAP. */
const MICROSOFT_SCOPE: Readonly<Record<Protocol, string>> = {
  smtp: "https://outlook.office.com/SMTP.Send",
  imap: "https://outlook.office.com/IMAP.AccessAsUser.All",
  pop3: "https://outlook.office.com/POP.AccessAsUser.All",
};

/**
 * Who signs in to the mail of a host, by what their help says of XOAUTH2 (read November 2026).
 *
 * @param clientId of the application that the user registered; without one, the editor signs in by its own
 */
export function signInFor(host: string, protocol: Protocol, clientId: string): SignIn | undefined {
  if (/(?:^|\.)(?:office365\.com|outlook\.com|hotmail\.com|live\.com)$/i.test(host)) {
    const own = clientId === "" ? [] : [`VSCODE_CLIENT_ID:${clientId}`];
    return { provider: "microsoft", scopes: [MICROSOFT_SCOPE[protocol], "offline_access", ...own] };
  }
  const isGoogle = /(?:^|\.)(?:gmail\.com|googlemail\.com|google\.com)$/i.test(host);
  return isGoogle ? { provider: "google", scopes: ["https://mail.google.com/"] } : undefined;
}
