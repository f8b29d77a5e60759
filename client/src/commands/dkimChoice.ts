import { dirname, resolve } from "node:path";
import { freeSelector, isSelector } from "../../../server/src/core/dkim/record.ts";
import { isDomainName } from "../../../server/src/core/syntax/mailbox.ts";
import type { DkimEntry, DkimState } from "../../../server/src/protocol.ts";
import type { KeyType } from "../dkim/keyPair.ts";
import { chooseExistingConfig } from "./configChoice.ts";
import type { ConfigTools } from "./configTools.ts";

/** A config with its keys, in a trusted workspace. */
export interface OpenedKeys {
  readonly uri: string;
  readonly file: string;
  readonly root: string;
  readonly state: DkimState;
}

/** The absolute path of a key's file. */
export function keyFileOf({ file }: OpenedKeys, { privateKeyFile }: DkimEntry): string {
  return resolve(dirname(file), privateKeyFile);
}

/** Asks for the config; whoever cannot have keys there is told why. */
export async function openKeys(tools: ConfigTools): Promise<OpenedKeys | undefined> {
  const { editor, t } = tools;
  if (!editor.isTrusted) {
    editor.tell("error", t("Keys are made and read in a trusted workspace only."));
    return undefined;
  }
  const uri = await chooseExistingConfig(editor, tools);
  if (uri === undefined) return undefined;
  const place = tools.placeOf(uri);
  if (place === undefined) {
    editor.tell("error", t("The configuration must be a file in an open folder, so that the key has a place."));
    return undefined;
  }
  return { uri, ...place, state: await tools.server.dkim(uri) };
}

/** The domain that a new key is for: the config's own, where it speaks of one alone. */
export async function askDomain({ editor, t }: ConfigTools, { domains }: DkimState): Promise<string | undefined> {
  if (domains.length > 1)
    return editor.pick(
      t("For which domain?"),
      domains.map((it) => ({ label: it, value: it })),
    );
  if (domains[0] !== undefined) return domains[0];
  const given = await editor.ask({
    title: t("Create DKIM key"),
    prompt: t("The domain that signs: that of the senders' addresses"),
    problem: (it) => (isDomainName(it.trim()) ? undefined : t("Write a domain, such as `example.com`.")),
  });
  return given?.trim().toLowerCase().replace(/\.$/, "");
}

export function askType({ editor, t }: ConfigTools): Promise<KeyType | undefined> {
  return editor.pick<KeyType>(t("Which kind of key?"), [
    { label: "RSA 2048", detail: t("Every receiver checks it. Take this one."), value: "rsa" },
    {
      label: "Ed25519",
      detail: t("Short, but some receivers cannot check it yet: use it beside an RSA key."),
      value: "ed25519",
    },
  ]);
}

/** One of the keys that the config names. */
export async function chooseKey({ editor, t }: ConfigTools, { keys }: DkimState): Promise<DkimEntry | undefined> {
  if (keys.length === 0) editor.tell("info", t("The file names no DKIM key. “Create DKIM Key” makes one."));
  if (keys.length < 2) return keys[0];
  return editor.pick(
    t("Which key?"),
    keys.map((it) => ({ label: it.selector, description: it.domain, detail: it.privateKeyFile, value: it })),
  );
}

/** A name for a new key that no other key of the domain has. */
export async function askSelector(
  { editor, t, now }: ConfigTools,
  { keys }: DkimState,
  domain: string,
): Promise<string | undefined> {
  const taken = keys.filter((it) => it.domain === domain).map((it) => it.selector);
  const given = await editor.ask({
    title: t("Create DKIM key"),
    prompt: t("Selector: the name of the key below `_domainkey`. A date in it tells when it was made."),
    value: freeSelector(now(), taken),
    problem: (it) => selectorProblem(it.trim(), taken, t),
  });
  const selector = given?.trim().toLowerCase();
  return selector === undefined || selectorProblem(selector, taken, t) !== undefined ? undefined : selector;
}

function selectorProblem(selector: string, taken: readonly string[], t: ConfigTools["t"]): string | undefined {
  if (!isSelector(selector)) return t("Write letters, digits and hyphens.");
  const isTaken = taken.some((it) => it.toLowerCase() === selector.toLowerCase());
  return isTaken ? t("The file has a key of this name already.") : undefined;
}
