import type { Translate } from "../../server/src/core/locale.ts";
import { joinSentences } from "../../server/src/core/text/sentences.ts";
import type { Editor } from "./editor.ts";
import type { ReadSecret } from "./mail/secretReference.ts";

/** The part of VS Code's `SecretStorage` that is used. */
export interface SecretStore {
  get(key: string): PromiseLike<string | undefined>;
  store(key: string, value: string): PromiseLike<void>;
  delete(key: string): PromiseLike<void>;
}

/** The part of VS Code's `Memento` that is used: which secrets there are, never what they are. */
export interface NameStore {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const NAMES = "secretKeys";

/** Answers `${env:…}` from the environment and `${secret:…}` from the editor's store, which is filled on first use. */
export interface Secrets {
  /**
   * @param host the server that the secret goes to: a secret given for one host is never sent to another one, even where
   * a file of another workspace uses the same name
   * @param hint what kind of password that server wants, in the user's language
   */
  reader(editor: Editor, host: string, hint?: string): ReadSecret;
  /** The environment alone. */
  readonly environment: ReadSecret;
  /** Keeps a secret for a host. */
  store(name: string, host: string, value: string): Promise<void>;
  /** Forgets one secret, so that it is asked for again. */
  forget(name: string, host: string): Promise<void>;
  /** @returns how many there were */
  forgetAll(): Promise<number>;
}

export function createSecrets(
  store: SecretStore,
  names: NameStore,
  env: Readonly<Record<string, string | undefined>>,
  t: Translate,
): Secrets {
  const keyOf = (name: string, host: string) => `${name}@${host.toLowerCase()}`;
  const known = (): readonly string[] => {
    const value = names.get(NAMES);
    return Array.isArray(value) ? value.filter((it): it is string => typeof it === "string") : [];
  };
  const ask = async (editor: Editor, name: string, host: string, hint: string) => {
    const given = await editor.ask({
      title: t("Secret for {host}", { host }),
      prompt: joinSentences(
        hint,
        t("Value of `{name}`. It is kept in the editor's secret storage and sent to this host only.", { name }),
      ),
      isSecret: true,
      problem: (answer) => (answer === "" ? t("Write the secret, or press Escape to cancel.") : undefined),
    });
    if (given === undefined) return undefined;
    await keep(name, host, given);
    return given;
  };
  const keep = async (name: string, host: string, value: string) => {
    await store.store(keyOf(name, host), value);
    await names.update(NAMES, [...new Set([...known(), keyOf(name, host)])]);
  };
  return {
    environment: async ({ kind, name }) => (kind === "env" ? env[name] : undefined),
    reader:
      (editor, host, hint = "") =>
      async (reference) => {
        if (reference.kind === "env") return env[reference.name];
        return (await store.get(keyOf(reference.name, host))) ?? ask(editor, reference.name, host, hint);
      },
    store: keep,
    forget: async (name, host) => store.delete(keyOf(name, host)),
    forgetAll: async () => {
      const keys = known();
      for (const key of keys) await store.delete(key);
      await names.update(NAMES, []);
      return keys.length;
    },
  };
}
