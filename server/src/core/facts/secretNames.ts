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
  const name = `${id.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}_${words[secret]}`;
  return /^\d/.test(name) ? `MAIL_${name}` : name;
}
