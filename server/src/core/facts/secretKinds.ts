import { say } from "../locale.ts";
import type { SecretKind } from "./providers.ts";

const SECRETS: Readonly<Record<SecretKind, string>> = {
  password: say("The account's own password."),
  "app-password": say("An app password, made in the account's settings; the account's own password is refused."),
  "authorisation-code": say(
    "An authorisation code from the mailbox's settings; the account's own password is refused.",
  ),
  oauth: say("OAuth 2.0 (`xoauth2`); passwords are refused or soon will be."),
  "api-key": say("An API key in the place of the password."),
  "smtp-credentials": say("User name and password made for SMTP alone, in the provider's console."),
  bridge: say("The password that the program on this machine shows."),
};

/** What kind of password a provider wants, in one sentence of English. */
export function secretText(kind: SecretKind): string {
  return SECRETS[kind];
}
