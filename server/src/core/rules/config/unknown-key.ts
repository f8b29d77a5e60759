import { allKeys, isUsersKey, keysOf, ROOT_KEYS } from "../../facts/configKeys.ts";
import type { ConfigFile, Setting } from "../../model/config.ts";
import { distinct } from "../../model/configQueries.ts";
import { defineRule, type Fix, type Report, type RuleContext } from "../../rule.ts";
import { insertKey, removeKey } from "../../syntax/yaml/edits.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { edit } from "../../text/span.ts";

type Message = "unknown" | "guess" | "misplaced" | "top" | "foreign" | "rule" | "ruleGuess";
type Title = "rename" | "move" | "translate";

/** Words of nodemailer and of other programs, and what they are here. */
const FOREIGN: Readonly<Record<string, string>> = {
  secure: "security",
  requireTLS: "security",
  ignoreTLS: "security",
  encryption: "security",
  ssl: "security",
  service: "provider",
  user: "username",
  login: "username",
  pass: "password",
  passwd: "password",
  hostname: "host",
  server: "host",
  name: "ehloName",
  helo: "ehloName",
  sender: "from",
  type: "method",
  accessUri: "accessUrl",
  connectionTimeout: "timeouts",
  greetingTimeout: "timeouts",
  socketTimeout: "timeouts",
  rateLimit: "ratePerSecond",
  keySelector: "selector",
  domainName: "domain",
  privateKey: "privateKeyFile",
};

export default defineRule({
  code: "config/unknown-key",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "A key that the format does not have, or not at this place.",
  docs: {
    why: "A key that nobody knows is ignored without a word: the mail goes out with a default instead. Most often it is a \
slip of the fingers, a key one level too high, or a word of nodemailer.",
    bad: "version: 1\naccounts: { ops: { smtp: { hots: smtp.example.com } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com } } }",
  },
  references: ["YAML 1.2.2 §3.2.1.1"],
  messages: {
    unknown: "`{text}` is no key of this place, so it is ignored. Take it out; a key of your own begins with `x-`.",
    guess: "`{text}` is no key of this place, so it is ignored. Write `{other}`.",
    misplaced: "`{text}` belongs below `{parent}`, so it is ignored here. Move it there.",
    top: "`{text}` belongs to the top of the file, so it is ignored here. Write it there, without blanks before it.",
    rule: "There is no rule `{text}`, so this line changes nothing. Correct the code, or take it out.",
    ruleGuess: "There is no rule `{text}`, so this line changes nothing. Write `{other}`.",
    foreign: "`{text}` is another program's word, so it is ignored. Here the key is `{other}`.",
  },
  titles: { rename: "Write `{other}`", move: "Move it below `{parent}`", translate: "Write `{other}`" },
  *check(file, context) {
    yield* distinct(reports(file, context));
  },
});

function* reports(file: ConfigFile, { codes }: RuleContext): Generator<Report<Message, Title>> {
  for (const document of file.documents) {
    for (const setting of document.settings) {
      const { keyNode, key, siblings, path } = setting;
      if (path.length === 2 && path[0] === "rules") yield* judgeRule(setting, codes);
      const name = path.at(-1);
      if (key || keyNode?.kind !== "scalar" || typeof name !== "string" || siblings.length === 0) continue;
      if (keyNode.isBroken || isUsersKey(name) || name === "<<" || name === "") continue;
      yield judge(file, setting, name, document.settings);
    }
  }
}

function judge(file: ConfigFile, setting: Setting, name: string, all: readonly Setting[]): Report<Message, Title> {
  const { keyNode, siblings, node } = setting;
  const span = keyNode?.span ?? node.span;
  const here = siblings.map((it) => it.name);
  const foreign = FOREIGN[name];
  if (foreign !== undefined && here.includes(foreign)) {
    const fix = translation(setting, foreign);
    return { message: "foreign", data: { text: name, other: foreign }, span, ...(fix && { fix }) };
  }
  const other = here.find((it) => it.toLowerCase() === name.toLowerCase()) ?? didYouMean(name, here);
  if (isTopKey(name) && other === undefined) return { message: "top", data: { text: name }, span };
  const home = homeOf(name, setting);
  if (home !== undefined && (other === undefined || other.length !== name.length)) {
    const fix = move(file, setting, home, all);
    return { message: "misplaced", data: { text: name, parent: home }, span, ...(fix && { fix }) };
  }
  if (other === undefined || isTaken(setting, other)) return { message: "unknown", data: { text: name }, span };
  const edits = [edit(span.start, span.end, other)];
  const fix: Fix<Title> = { kind: "suggestion", title: "rename", data: { other }, edits };
  return { message: "guess", data: { text: name, other }, span, fix };
}

/** A name below `rules:` that is neither a code nor the pattern of a group. */
function* judgeRule(setting: Setting, codes: ReadonlySet<string>): Generator<Report<Message, Title>> {
  const { keyNode, path } = setting;
  const name = path.at(-1);
  if (keyNode?.kind !== "scalar" || keyNode.isBroken || typeof name !== "string" || name === "<<") return;
  const groups = new Set(Array.from(codes, (it) => it.slice(0, it.indexOf("/"))));
  const patterns = ["*", ...Array.from(groups, (it) => `${it}/*`)];
  if (codes.has(name) || patterns.includes(name) || isUsersKey(name)) return;
  const other = meantCode(name, name.endsWith("/*") ? patterns : [...codes], patterns);
  const { span } = keyNode;
  if (other === undefined || isTaken(setting, other)) {
    yield { message: "rule", data: { text: name }, span };
    return;
  }
  const edits = [edit(span.start, span.end, other)];
  const fix: Fix<Title> = { kind: "suggestion", title: "rename", data: { other }, edits };
  yield { message: "ruleGuess", data: { text: name, other }, span, fix };
}

/** `SPF/PTR`, `spf` for `spf/*`, `pass-all` without its group, or a slip of the fingers. */
function meantCode(name: string, known: readonly string[], patterns: readonly string[]): string | undefined {
  const word = name.toLowerCase();
  const [only, second] = known.filter((it) => it.endsWith(`/${word}`));
  const same = known.find((it) => it === word) ?? patterns.find((it) => it === `${word.replace(/[/.:-]$/, "")}/*`);
  return same ?? (second === undefined ? only : undefined) ?? didYouMean(name, known);
}

/** Whether the mapping has that key already: a second one would contradict it. */
function isTaken({ parent }: Setting, name: string): boolean {
  return parent?.pairs.some(({ key }) => key.kind === "scalar" && key.value === name) === true;
}

/** Whether the table has a key at the top of the file and nowhere else. */
function isTopKey(name: string): boolean {
  return ROOT_KEYS.some((it) => it.name === name) && readHomesOnce().get(name) === undefined;
}

/** The key below which a known key belongs: one of this mapping, else the nearest in the table. */
function homeOf(name: string, { siblings }: Setting): string | undefined {
  const beside = siblings.find(({ type }) => keysOf(type).some((it) => it.name === name));
  if (beside) return beside.name;
  return readHomesOnce().get(name);
}

function readHomesOnce(): ReadonlyMap<string, string | undefined> {
  homes ??= readHomes();
  return homes;
}

/** Name of a key → the key below which the table has it first; made when the first unknown key is judged. */
let homes: ReadonlyMap<string, string | undefined> | undefined;

function readHomes(): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const { path, key } of allKeys()) {
    if (found.has(key.name) || key.name.startsWith("<")) continue;
    const parent = path.findLast((step, index) => index < path.length - 1 && typeof step === "string");
    found.set(key.name, parent === undefined ? undefined : String(parent));
  }
  return found;
}

/** nodemailer's `secure: true` is `security: tls`; other words keep their value where it means the same. */
function translation({ path, keyNode, node, pair }: Setting, other: string): Fix<Title> | undefined {
  if (!keyNode || !pair) return undefined;
  const isSecurity = other === "security";
  if (isSecurity && node.kind !== "scalar") return undefined;
  if (!isSecurity && ["timeouts", "privateKeyFile", "method"].includes(other)) return undefined;
  const edits = [edit(keyNode.span.start, keyNode.span.end, other)];
  if (isSecurity && node.kind === "scalar") {
    const isOn = /^(?:true|yes|1|on)$/i.test(node.value);
    const name = path.at(-1);
    const value =
      name === "secure" || name === "ssl"
        ? isOn
          ? "tls"
          : "starttls"
        : name === "requireTLS"
          ? "starttls"
          : undefined;
    if (value === undefined || (name === "requireTLS" && !isOn)) return undefined;
    edits.push(edit(node.span.start, node.span.end, value));
  }
  return { kind: "suggestion", title: "translate", data: { other }, edits };
}

/** Moves a scalar into a mapping that stands beside it. */
function move(file: ConfigFile, setting: Setting, home: string, all: readonly Setting[]): Fix<Title> | undefined {
  const { parent, pair, path, node } = setting;
  const target = all.find((it) => it.path.length === path.length && it.path.at(-1) === home && samePlace(it, setting));
  if (!parent || !pair || node.kind !== "scalar" || target?.node.kind !== "mapping") return undefined;
  const name = path.at(-1);
  if (target.node.pairs.some(({ key }) => key.kind === "scalar" && key.value === name)) return undefined;
  if (!parent.pairs.includes(pair)) return undefined;
  const written = file.text.slice(node.span.start, node.span.end);
  const edits = [...removeKey(file.text, parent, pair), ...insertKey(file.text, target.node, String(name), written)];
  return { kind: "suggestion", title: "move", data: { parent: home }, edits };
}

function samePlace(a: Setting, b: Setting): boolean {
  return a.path.slice(0, -1).join("\0") === b.path.slice(0, -1).join("\0");
}
