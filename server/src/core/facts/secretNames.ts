import type { Protocol } from "./configTypes.ts";
import type { Provider } from "./providers.ts";

/** A variable whose name says what kind of password it holds: `QQ_AUTH_CODE`, `GMAIL_APP_PASSWORD`. */
export function secretNameOf({ id, secret }: Pick<Provider, "id" | "secret">): string {
  const words = {
    password: "PASSWORD",
    "app-password": "APP_PASSWORD",
    "authorisation-code": "AUTH_CODE",
    oauth: "ACCESS_TOKEN",
    "api-key": "API_KEY",
    "smtp-credentials": "SMTP_PASSWORD",
    bridge: "BRIDGE_PASSWORD",
  };
  return variableOf([id, words[secret]]);
}

/** The variable of an account's secret: `OPS_SMTP_PASSWORD`, `OPS_IMAP_REFRESH_TOKEN`. */
export function environmentName(account: string, protocol: Protocol, key: string): string {
  return variableOf([account, protocol, key.replace(/[A-Z]/g, (letter) => `_${letter}`)]);
}

/** What a variable's secret is called in the editor's storage: `qq-auth-code`. */
export function storageName(variable: string): string {
  return variable.toLowerCase().replaceAll("_", "-");
}

/** Latin letters, digits and `_`, a letter first. */
function variableOf(words: readonly string[]): string {
  const name = words
    .join("_")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "_")
    .replace(/^_+/, "");
  return /^\d/.test(name) ? `MAIL_${name}` : name;
}
