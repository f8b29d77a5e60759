import { dirname } from "node:path";
import { PUBLISH_TARGETS, type PublishTarget, publish } from "../../../server/src/core/dkim/publish.ts";
import { dkimRecordOf } from "../../../server/src/core/dkim/record.ts";
import { joinSentences } from "../../../server/src/core/text/sentences.ts";
import type { DkimEntry, DkimState } from "../../../server/src/protocol.ts";
import {
  gitStateOf,
  ignoreFile,
  type KeyFileProblem,
  prepareFolder,
  removeKeyFile,
  writeKeyFile,
} from "../dkim/keyFile.ts";
import { createKeyPair, type DkimKeyPair, type KeyType } from "../dkim/keyPair.ts";
import { publicKeyOfFile } from "../dkim/publicKey.ts";
import type { ConfigTools, Written } from "./configTools.ts";
import { askDomain, askSelector, askType, chooseKey, keyFileOf, type OpenedKeys, openKeys } from "./dkimChoice.ts";
import { tellRefusal } from "./refusal.ts";

/** The command “Create DKIM key”: key file, record and config entry, all or nothing. */
export async function createDkimKey(tools: ConfigTools): Promise<boolean> {
  const opened = await openKeys(tools);
  if (opened === undefined) return false;
  const domain = await askDomain(tools, opened.state);
  if (domain === undefined) return false;
  const type = await askType(tools);
  return type === undefined ? false : makeKey(tools, opened, domain, type);
}

/** The command “Rotate DKIM key”: a new key beside the old one, which stays until it is removed. */
export async function rotateDkimKey(tools: ConfigTools): Promise<boolean> {
  const opened = await openKeys(tools);
  const old = opened && (await chooseKey(tools, opened.state));
  if (opened === undefined || old === undefined) return false;
  const key = await publicKeyOfFile(keyFileOf(opened, old));
  if (!(await makeKey(tools, opened, old.domain, key?.type === "ed25519" ? "ed25519" : "rsa"))) return false;
  const { t, editor } = tools;
  const values = { selector: old.selector };
  editor.tell(
    "info",
    t(
      "The old key `{selector}` stays. Remove it when the mails that it signed have arrived: after about a week.",
      values,
    ),
  );
  return true;
}

/** The command “Remove DKIM key”: takes record and config entry out; the key file goes when the user says so. */
export async function removeDkimKey(tools: ConfigTools): Promise<boolean> {
  const { editor, t, server } = tools;
  const opened = await openKeys(tools);
  const key = opened && (await chooseKey(tools, opened.state));
  if (opened === undefined || key === undefined) return false;
  const results: Written[] = [];
  const zone = zoneOf(opened.state, key.domain);
  if (zone !== undefined) {
    const result = await server.write(zone, { line: 0, character: 0 }, { kind: "removeDkim", ...key });
    if (result.kind === "written") results.push(result);
    else tellRefusal(tools, "warning", result);
  }
  const result = await server.writeConfig(opened.uri, { kind: "removeDkim", key });
  if (result.kind === "refused") {
    tellRefusal(tools, "error", result);
    return false;
  }
  if (!(await tools.apply([...results, result]))) return false;
  const file = keyFileOf(opened, key);
  editor.tell(
    "info",
    t("The key `{selector}` is removed. Its file {file} is still there.", {
      selector: key.selector,
      file: key.privateKeyFile,
    }),
    [{ title: t("Delete the key file"), run: () => tools.deleteFile(file) }],
  );
  return true;
}

/** The command “Publish DKIM key”: its record in the form of a DNS service, on the clipboard. */
export async function publishDkimKey(tools: ConfigTools): Promise<boolean> {
  const { editor, t } = tools;
  const opened = await openKeys(tools);
  const key = opened && (await chooseKey(tools, opened.state));
  if (opened === undefined || key === undefined) return false;
  const publicKey = await publicKeyOfFile(keyFileOf(opened, key));
  if (publicKey === undefined) {
    editor.tell("error", t("{file} holds no private key that can be read.", { file: key.privateKeyFile }));
    return false;
  }
  return publishRecord(tools, key, dkimRecordOf(publicKey));
}

async function publishRecord(
  tools: ConfigTools,
  { domain, selector }: Omit<DkimEntry, "privateKeyFile">,
  record: string,
): Promise<boolean> {
  const { editor, t } = tools;
  const labels: Readonly<Record<PublishTarget, string>> = {
    bind: t("A zone file, as text"),
    route53: t("Amazon Route 53, a change batch"),
    google: t("Google Cloud DNS, a command"),
    cloudflare: t("Cloudflare, a command"),
  };
  const target = await editor.pick(
    t("Where is the zone kept?"),
    PUBLISH_TARGETS.map((value) => ({ label: labels[value], value })),
  );
  if (target === undefined) return false;
  const text = publish({ domain, selector, record }, target);
  await editor.copy(text);
  const languages = { bind: "dns-zone", route53: "json", google: "shellscript", cloudflare: "shellscript" };
  editor.tell("info", t("The record is on the clipboard."), [
    { title: t("Open it"), run: () => tools.open(text, languages[target]) },
  ]);
  return true;
}

async function makeKey(tools: ConfigTools, opened: OpenedKeys, domain: string, type: KeyType): Promise<boolean> {
  const selector = await askSelector(tools, opened.state, domain);
  if (selector === undefined) return false;
  const entry: DkimEntry = { domain, selector, privateKeyFile: keyPath(opened.state, domain, selector) };
  const file = keyFileOf(opened, entry);
  const problem = await prepareFolder(file, opened.root);
  if (problem !== undefined) return tellProblem(tools, problem, entry);
  if (!(await isKeptOutOfGit(tools, file, entry, opened))) return false;
  const pair = await tools.editor.progress(tools.t("Making a key"), () => createKeyPair(type));
  const results = await writings(tools, opened, entry, pair);
  if (results === undefined) return false;
  const unwritten = await writeKeyFile(file, pair.privatePem);
  if (unwritten !== undefined) return tellProblem(tools, unwritten, entry);
  if (!(await tools.apply(results))) {
    await removeKeyFile(file);
    tools.editor.tell("error", tools.t("The files could not be changed, so no key was made."));
    return false;
  }
  tellMade(tools, opened, entry, pair);
  return true;
}

/** What goes into zone and config; `undefined` where one of them refuses, and then nothing has been written yet. */
async function writings(
  tools: ConfigTools,
  { uri, state }: OpenedKeys,
  entry: DkimEntry,
  pair: DkimKeyPair,
): Promise<Written[] | undefined> {
  const { server } = tools;
  const zone = zoneOf(state, entry.domain);
  const record = dkimRecordOf(pair.publicKey);
  const { domain, selector } = entry;
  const results = [
    await server.writeConfig(uri, { kind: "dkim", key: entry }),
    ...(zone === undefined
      ? []
      : [await server.write(zone, { line: 0, character: 0 }, { kind: "dkim", domain, selector, record })]),
  ];
  const written: Written[] = [];
  for (const result of results) {
    if (result.kind === "written") written.push(result);
    else {
      tellRefusal(tools, "error", result);
      return undefined;
    }
  }
  return written;
}

/** Selectors of two domains may be the same: then the file bears the domain's name too. */
function keyPath({ domains, keys }: DkimState, domain: string, selector: string): string {
  const isAlone = domains.every((it) => it === domain) && keys.every((it) => it.domain === domain);
  return isAlone ? `keys/${selector}.pem` : `keys/${domain}.${selector}.pem`;
}

/** A key that is committed is known to all who read the repository. */
async function isKeptOutOfGit(
  { editor, t }: ConfigTools,
  file: string,
  entry: DkimEntry,
  opened: OpenedKeys,
): Promise<boolean> {
  if ((await gitStateOf(file)) !== "seen") return true;
  const answer = await editor.pick<boolean>(t("Git would commit the private key"), [
    { label: t("Add it to .gitignore"), detail: entry.privateKeyFile, value: true },
    { label: t("Make no key"), value: false },
  ]);
  if (answer !== true) return false;
  await ignoreFile(file, dirname(opened.file));
  if ((await gitStateOf(file)) !== "seen") return true;
  editor.tell(
    "error",
    t("Another rule of git's still takes {file} in. No key was made.", { file: entry.privateKeyFile }),
  );
  return false;
}

function zoneOf({ zones }: DkimState, domain: string): string | undefined {
  const around = zones.filter((it) => domain === it.domain || domain.endsWith(`.${it.domain}`));
  return around.sort((a, b) => b.domain.length - a.domain.length)[0]?.uri;
}

function tellMade(tools: ConfigTools, { state }: OpenedKeys, entry: DkimEntry, { publicKey }: DkimKeyPair): void {
  const { editor, t } = tools;
  const made = t("The private key is in {file}, readable by you alone.", { file: entry.privateKeyFile });
  const published =
    zoneOf(state, entry.domain) === undefined
      ? t("The config names no zone file for {domain}: publish the record there where the zone is kept.", {
          domain: entry.domain,
        })
      : t("Its record stands in the zone: publish that before the first mail is signed.");
  editor.tell("info", joinSentences(made, published), [
    { title: t("Publish elsewhere…"), run: () => publishRecord(tools, entry, dkimRecordOf(publicKey)) },
  ]);
}

function tellProblem({ editor, t }: ConfigTools, problem: KeyFileProblem, { privateKeyFile: file }: DkimEntry): false {
  const sentences: Readonly<Record<KeyFileProblem, string>> = {
    exists: t("{file} is there already, and a key is never overwritten. Choose another selector.", { file }),
    outside: t("{file} would lie outside of the workspace. No key was made.", { file }),
    unwritable: t("{file} cannot be written. No key was made.", { file }),
  };
  editor.tell("error", sentences[problem]);
  return false;
}
