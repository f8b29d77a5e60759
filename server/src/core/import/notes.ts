import { say, type Values } from "../locale.ts";
import type { ImportNote } from "./settings.ts";

/** Why something of the source is not kept as it is. */
export const REASON = {
  noKey: say("This format has no key for it."),
  caFile: say("A certificate file must lie beside this file. Copy it and write `tls.caFile`."),
  clientCertificate: say("Logging in with a client certificate is not known here."),
  program: say("It runs a program. Put what that prints into the environment variable `{name}`."),
  keyring: say("The password is kept elsewhere. Put it into the environment variable `{name}`."),
  passwordFile: say(
    "User name and password stand in another file. Put them into the environment variables `{user}` and `{password}`.",
  ),
  opportunistic: say("It goes on in clear text where the server offers no TLS; here STARTTLS is required."),
  unchecked: say("It does not check the server's certificate; here it is checked."),
  mxLookup: say("The MX records of this name were looked up; here it is the server itself."),
  noRelay: say("It names no relay: mail is delivered to its recipients' servers directly."),
  reference: say("It holds a `${`, which begins a reference here, and is left out."),
  method: say("This way to log in is not known here; `plain` is written."),
  address: say("It is no mail address."),
  number: say("It is no number that fits here."),
  word: say("This value is not known here."),
  second: say("Another server of this protocol was named before; this one is left out."),
  computed: say("It is computed when the program runs, so its value is not known."),
  unreadable: say("This cannot be read."),
  lmtp: say("LMTP hands mail to a store on the same machine; it sends nothing."),
  notSmtp: say("With this value the program does not send over SMTP."),
  service: say("No provider of that name is known here. Write `host`, `port` and `security`."),
  dkimKey: say("The signing key is not copied. Put it into a file and name that under `dkim`."),
  placeholder: say("The source does not say whose account it is; `{address}` stands for it."),
  own: say("It concerns the program itself, not the account."),
  noHost: say("No server is named beside it."),
  tooLarge: say("The file is too large; only its beginning was read."),
} as const;

export function note(line: number, key: string, reason: string, values?: Values): ImportNote {
  return values === undefined ? { line, key, reason } : { line, key, reason, values };
}
