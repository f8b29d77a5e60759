import { providerOfHost } from "../../../server/src/core/facts/providers.ts";
import { secretText } from "../../../server/src/core/facts/secretKinds.ts";
import type { AccountInfo, ServerInfo } from "../../../server/src/protocol.ts";
import type { Editor } from "../editor.ts";
import { type Login, MissingLogin } from "../mail/login.ts";
import { UnusableValue } from "../mail/prepare.ts";
import type { ReadSecret } from "../mail/secretReference.ts";
import { type SignIn, signInFor } from "../mail/signIn.ts";
import type { WriteLine } from "../mail/transcript.ts";
import type { Secrets } from "../secrets.ts";
import { type ConfigList, openLine } from "./configChoice.ts";

/** What commands on an account need beside the editor. */
export interface AccountTools extends ConfigList {
  readonly secrets: Secrets;
  /** Asks the language server; `[]` where the document is none. */
  accounts(uri: string): Promise<readonly AccountInfo[]>;
  /** The bytes of a file that the config names; `undefined` where it cannot or must not be read. */
  readBeside(uri: string, reference: string): Promise<Uint8Array | undefined>;
  /** Signs in through the editor; `undefined` where it offers that not, or the user gives up. */
  signIn(signIn: SignIn): Promise<string | undefined>;
  /** Begins a transcript. */
  transcript(title: string): WriteLine;
  showTranscript(): unknown;
}

/** Reads what an account refers to; where the environment or a file does not give it the user is told, with the line. */
export async function resolve<T>(
  editor: Editor,
  { t }: AccountTools,
  uri: string,
  read: () => Promise<T>,
): Promise<T | "missing"> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnusableValue) {
      editor.tell("error", error.message, [openLine(editor, uri, error.written.range, t)]);
      return "missing";
    }
    if (!(error instanceof MissingLogin)) throw error;
    const { name, kind } = error.cause.reference;
    // Who closes the question for a secret knows why nothing is sent.
    if (kind === "secret") return "missing";
    const sentence = t(
      "The environment variable `{name}` is not set. Set it before the editor starts, or write `secret:` instead of `env:`.",
      { name },
    );
    editor.tell("error", sentence, [openLine(editor, uri, error.written.range, t)]);
    return "missing";
  }
}

/** Reads the secrets of a server; whoever is asked for one is told what kind of password its provider wants. */
export function secretsFor(editor: Editor, { t, secrets }: AccountTools, { host, protocol }: ServerInfo): ReadSecret {
  const name = host?.value ?? "";
  const provider = providerOfHost(name, protocol);
  return secrets.reader(editor, name, provider && t(secretText(provider.secret)));
}

/** Asks before a login at a server whose certificate the file does not want checked. */
export async function confirmUnprotected(editor: Editor, { t }: AccountTools): Promise<boolean> {
  const title = t("The server's certificate will not be checked, so anyone on the way can read the password.");
  const picked = await editor.pick(title, [{ label: t("Log in all the same"), value: true }]);
  return picked === true;
}

/** With a token of the editor's, where the file has none. */
export async function signedIn({ signIn }: AccountTools, { host, protocol }: ServerInfo, login: Login): Promise<Login> {
  const isWithout = login.method === "xoauth2" && login.accessToken === "" && login.refreshToken === "";
  const found = isWithout ? signInFor(host?.value ?? "", protocol, login.clientId) : undefined;
  return found ? { ...login, accessToken: (await signIn(found)) ?? "" } : login;
}
