import { dirname, resolve } from "node:path";
import { PUBLISH_TARGETS, type PublishTarget, publish } from "../../../server/src/core/dkim/publish.ts";
import { dkimRecordOf, freeSelector, isSelector } from "../../../server/src/core/dkim/record.ts";
import { isDomainName } from "../../../server/src/core/syntax/mailbox.ts";
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
import { chooseExistingConfig } from "./configChoice.ts";
import type { ConfigTools, Written } from "./configTools.ts";

/** A config with its keys, in a trusted workspace. */
interface Opened {
  readonly uri: string;
  readonly file: string;
  readonly root: string;
  readonly state: DkimState;
}

/** The command “Create DKIM key”: key file, record and config entry, all or nothing. */
export async function createDkimKey(tools: ConfigTools): Promise<boolean> {
  const opened = await open(tools);
  if (opened === undefined) return false;
  const domain = await askDomain(tools, opened.state);
  if (domain === undefined) return false;
  const type = await askType(tools);
  return type === undefined ? false : makeKey(tools, opened, domain, type);
}

/** The command “Rotate DKIM key”: a new key beside the old one, which stays until it is removed. */
export async function rotateDkimKey(tools: ConfigTools): Promise<boolean> {
  const opened = await open(tools);
  const old = opened && (await chooseKey(tools, opened.state));
  if (opened === undefined || old === undefined) return false;
  const key = await publicKeyOfFile(resolve(dirname(opened.file), old.privateKeyFile));
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
  const opened = await open(tools);
  const key = opened && (await chooseKey(tools, opened.state));
  if (opened === undefined || key === undefined) return false;
  const results: Written[] = [];
  const zone = zoneOf(opened.state, key.domain);
  if (zone !== undefined) {
    const result = await server.write(zone, { line: 0, character: 0 }, { kind: "removeDkim", ...key });
    if (result.kind === "written") results.push(result);
    else editor.tell("warning", result.reason);
  }
  const result = await server.writeConfig(opened.uri, { kind: "removeDkim", key });
  if (result.kind === "refused") editor.tell("error", result.reason);
  else results.push(result);
  if (result.kind === "refused" || !(await tools.apply(results))) return false;
  const file = resolve(dirname(opened.file), key.privateKeyFile);
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
  const opened = await open(tools);
  const key = opened && (await chooseKey(tools, opened.state));
  if (opened === undefined || key === undefined) return false;
  const publicKey = await publicKeyOfFile(resolve(dirname(opened.file), key.privateKeyFile));
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

async function open(tools: ConfigTools): Promise<Opened | undefined> {
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

async function askDomain({ editor, t }: ConfigTools, { domains }: DkimState): Promise<string | undefined> {
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

function askType({ editor, t }: ConfigTools): Promise<KeyType | undefined> {
  return editor.pick<KeyType>(t("Which kind of key?"), [
    { label: "RSA 2048", detail: t("Every receiver checks it. Take this one."), value: "rsa" },
    {
      label: "Ed25519",
      detail: t("Short, but some receivers cannot check it yet: use it beside an RSA key."),
      value: "ed25519",
    },
  ]);
}

async function chooseKey({ editor, t }: ConfigTools, { keys }: DkimState): Promise<DkimEntry | undefined> {
  if (keys.length === 0) editor.tell("info", t("The file names no DKIM key. “Create DKIM Key” makes one."));
  if (keys.length < 2) return keys[0];
  return editor.pick(
    t("Which key?"),
    keys.map((it) => ({ label: it.selector, description: it.domain, detail: it.privateKeyFile, value: it })),
  );
}

async function makeKey(tools: ConfigTools, opened: Opened, domain: string, type: KeyType): Promise<boolean> {
  const selector = await askSelector(tools, opened.state, domain);
  if (selector === undefined) return false;
  const entry: DkimEntry = { domain, selector, privateKeyFile: keyPath(opened.state, domain, selector) };
  const file = resolve(dirname(opened.file), entry.privateKeyFile);
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
  { uri, state }: Opened,
  entry: DkimEntry,
  pair: DkimKeyPair,
): Promise<Written[] | undefined> {
  const { server, editor, t } = tools;
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
      const { uri: at, range } = result;
      const show =
        at !== undefined && range !== undefined ? [{ title: t("Show it"), run: () => editor.reveal(at, range) }] : [];
      editor.tell("error", result.reason, show);
      return undefined;
    }
  }
  return written;
}

async function askSelector(
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
  opened: Opened,
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

function tellMade(tools: ConfigTools, { state }: Opened, entry: DkimEntry, { publicKey }: DkimKeyPair): void {
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
