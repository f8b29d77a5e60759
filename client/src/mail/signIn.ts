/** A sign-in that an editor may offer: `vscode.authentication.getSession` takes both. */
export interface SignIn {
  readonly provider: "microsoft" | "google";
  readonly scopes: readonly string[];
}

/**
 * Who signs in to the mail of a host, by what their help says of SMTP and XOAUTH2 (read November 2026).
 *
 * @param clientId of the application that the user registered; without one, the editor signs in by its own
 */
export function signInFor(host: string, clientId: string): SignIn | undefined {
  if (/(?:^|\.)(?:office365\.com|outlook\.com|hotmail\.com|live\.com)$/i.test(host)) {
    const own = clientId === "" ? [] : [`VSCODE_CLIENT_ID:${clientId}`];
    return { provider: "microsoft", scopes: ["https://outlook.office.com/SMTP.Send", "offline_access", ...own] };
  }
  const isGoogle = /(?:^|\.)(?:gmail\.com|googlemail\.com|google\.com)$/i.test(host);
  return isGoogle ? { provider: "google", scopes: ["https://mail.google.com/"] } : undefined;
}
