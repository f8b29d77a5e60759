import { keysOf } from "../../facts/configKeys.ts";
import type { ConfigDocument, ConfigFile, Setting } from "../../model/config.ts";
import { distinct } from "../../model/configQueries.ts";
import { isNothing } from "../../model/configValues.ts";
import { type SchemaFault, schemaFault } from "../../model/schemaFaults.ts";
import { defineRule, type Report } from "../../rule.ts";
import { setScalar } from "../../syntax/yaml/edits.ts";
import type { ScalarNode } from "../../syntax/yaml/nodes.ts";
import { edit, type Span, type TextEdit } from "../../text/span.ts";

type Message = SchemaFault["message"] | "text" | "required" | "host" | "version" | "root";
type Title = "write" | "blank" | "version";

/** Values that are not of their key's type, range or list, and keys that are required and missing. */
export default defineRule({
  code: "config/schema",
  target: "config",
  severity: "error",
  fixable: "suggestion",
  summary: "A value of the wrong kind, out of range or not of the list, or a required key that is missing.",
  docs: {
    why: "A value that cannot be read is as if it were not there: the program falls back to a default that nobody chose, or \
refuses the file. `port:465` without a blank is the common case: YAML reads one word.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, port: 46500000, security: ssl } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, port: 465, security: tls } } }",
  },
  references: ["YAML 1.2.2 §7.3.3", "RFC 6335 §6"],
  messages: {
    text: "`{key}` wants one text, so a list or a mapping here is not read. Write the text behind the key.",
    integer: "`{text}` is no whole number from {min} to {max}, so `{key}` is not read. Write such a number.",
    boolean: "`{text}` is neither `true` nor `false`, so `{key}` is not read. Write one of them.",
    list: "`{key}` wants a list, so this value is not read. Write it as `[ … ]`.",
    mapping: "`{key}` wants keys of its own, so this value is not read. Write them on indented lines below it.",
    glued: "`{text}` has no blank after its colon, so it is read as one word. Write a blank after `:`.",
    server: "`{text}` is no server. Write `{scheme}://host`, or `host`, `port` and `security` below the key.",
    scheme: "`{text}` is no protocol of `{key}`, so nothing can connect. Write `{other}`.",
    noUnit: "`{text}` has no unit, so nobody knows how much is meant. Write `{other}`.",
    duration: "`{text}` is no duration, so `{key}` is not read. Write a number with a unit: `10s`, `5m`, `180d`.",
    size: "`{text}` is no size, so `{key}` is not read. Write a number with a unit: `512KB`, `20MB`, `1GB`.",
    choice: "`{text}` is no value of `{key}`, so it is not read. Write one of: {values}.",
    choiceGuess: "`{text}` is no value of `{key}`, so it is not read. Write `{other}`.",
    provider: "`{text}` is no provider that is known here, so it fills in nothing. Write host and port instead.",
    providerGuess: "`{text}` is no provider that is known here, so it fills in nothing. Write `{other}`.",
    domain: "`{text}` is no domain name, so no record can be found for it. Write one such as `example.com`.",
    mailbox: "`{text}` is no mail address, so servers refuse it. Write one such as `ops@example.com`.",
    url: "`{text}` is no web address, so no token can be fetched. Write one that begins with `https://`.",
    selector: "`{text}` cannot stand in a DNS name, so receivers find no key. Write letters, digits and hyphens.",
    selectorHost: "A selector is what stands before `._domainkey`, so receivers find no key. Write `{other}`.",
    empty: "`{key}` has no value, so it is not read. Write one, or take the key out.",
    required: "`{key}` is missing here, and nothing works without it. Write it below.",
    host: "This server has no `host`, so nothing can connect. Write it, or name a known `provider`.",
    root: "A config holds keys such as `version: 1` and `accounts:`, so this is not read. Write them line by line.",
    version: "`version` is missing, so a later format could misread the file. Write `version: 1`.",
  },
  titles: { write: "Write `{other}`", blank: "Write a blank after the colon", version: "Write `version: 1`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, Title>> {
  for (const [index, document] of file.documents.entries()) {
    if (index === 0) yield* missingVersion(document);
    for (const setting of document.settings) {
      yield* nameReports(setting);
      yield* valueReports(file, setting);
      yield* missingKeys(setting);
    }
    yield* missingHosts(document);
  }
}

/** Below `zones:` the keys are domains. Names of reverse zones may hold a `/` (RFC 2317 §4). */
function* nameReports({ path: [parent, name, ...rest], keyNode }: Setting): Generator<Report<Message, Title>> {
  if (parent !== "zones" || typeof name !== "string" || rest.length > 0 || keyNode?.kind !== "scalar") return;
  if (name === "<<" || keyNode.isBroken || !/[@\s:]|\/\//.test(name)) return;
  yield { message: "domain", data: { text: name }, span: keyNode.span };
}

function* valueReports(file: ConfigFile, setting: Setting): Generator<Report<Message, Title>> {
  const { type, node, path } = setting;
  if (!type || node.kind === "alias") return;
  if (path.length === 0) {
    const isOther = node.kind === "sequence" || (node.kind === "scalar" && !isNothing(node));
    if (isOther) yield { message: "root", span: node.span };
    return;
  }
  const key = nameOf(setting);
  if (node.kind !== "scalar") {
    const wantsCollection = type.kind === "mapping" || type.kind === "table" || type.kind === "server";
    if (node.kind === "mapping" ? wantsCollection : type.kind === "list") return;
    const message = wantsCollection ? "mapping" : type.kind === "list" ? "list" : "text";
    const at = setting.keyNode?.span ?? node.span;
    yield { message, data: { key }, span: at };
    return;
  }
  if (isNothing(node)) {
    const isScalar = !["mapping", "table", "server", "list"].includes(type.kind);
    if (isScalar && setting.keyNode) yield { message: "empty", data: { key }, span: setting.keyNode.span };
    return;
  }
  // `from` has a rule of its own, and what a reference holds nobody knows: a value, no keys and no list.
  const isCollection = ["mapping", "table", "list"].includes(type.kind);
  if ((node.value.includes("${") && !isCollection) || (key === "from" && path.length === 3)) return;
  const fault = schemaFault(type, node);
  if (!fault) return;
  const data = { key, text: node.value, ...fault.data };
  const { other, message } = fault;
  if (message === "glued") {
    const colon = node.content.start + node.value.indexOf(":") + 1;
    const fix = { kind: "suggestion" as const, title: "blank" as const, edits: [edit(colon, colon, " ")] };
    yield { message, data, span: node.span, fix };
    return;
  }
  const edits =
    other === undefined ? [] : message === "boolean" ? unquoted(node, other) : setScalar(file.text, node, other);
  const fix = { kind: "suggestion" as const, title: "write" as const, data: { other: other ?? "" }, edits };
  yield { message, data, span: spanOf(setting, fault), ...(other !== undefined && { fix }) };
}

/** Inside quotes `false` would stay a text. */
function unquoted({ span }: ScalarNode, value: string): TextEdit[] {
  return [edit(span.start, span.end, value)];
}

/** Only the protocol of an address, where that is what is wrong. */
function spanOf({ node }: Setting, { message, data }: SchemaFault): Span {
  if (message !== "scheme" || node.kind !== "scalar" || node.style !== "plain") return node.span;
  const { text = "" } = data ?? {};
  return { start: node.span.start, end: node.span.start + String(text).length };
}

function* missingKeys({ type, node, keyNode, path }: Setting): Generator<Report<Message, Title>> {
  if (node.kind !== "mapping" || type?.kind !== "mapping" || path.length === 0) return;
  if (!type.keys.some(({ isRequired }) => isRequired)) return;
  const present = new Set(node.pairs.flatMap(({ key }) => (key.kind === "scalar" ? [key.value] : [])));
  if (present.has("<<") || node.pairs.some(({ isBroken }) => isBroken)) return;
  for (const { name, isRequired } of keysOf(type)) {
    if (!isRequired || present.has(name)) continue;
    const at = keyNode?.span ?? node.pairs[0]?.key.span ?? node.span;
    yield { message: "required", data: { key: name }, span: at };
  }
}

function* missingVersion({ yaml, settings }: ConfigDocument): Generator<Report<Message, Title>> {
  const { root } = yaml;
  if (root.kind !== "mapping" || !settings.some(({ path, key }) => path.length === 1 && key)) return;
  const first = root.pairs[0]?.key;
  const isThere = root.pairs.some(({ key }) => key.kind === "scalar" && key.value === "version");
  if (!first || isThere || settings.some(({ path }) => path.length === 1 && path[0] === "version")) return;
  const newText = root.isFlow ? "version: 1, " : "version: 1\n";
  const edits = [edit(first.span.start, first.span.start, newText)];
  yield { message: "version", span: first.span, fix: { kind: "suggestion", title: "version", edits } };
}

function* missingHosts({ accounts }: ConfigDocument): Generator<Report<Message, Title>> {
  for (const { form, host, keySpan, span, mapping } of accounts.flatMap(({ servers }) => servers)) {
    const isBroken = mapping?.pairs.some((it) => it.isBroken || it.value.isBroken) ?? false;
    if (
      form === "implied" ||
      host ||
      isBroken ||
      mapping?.pairs.some(({ key }) => key.kind === "scalar" && key.value === "host")
    )
      continue;
    yield { message: "host", span: keySpan ?? span };
  }
}

function nameOf({ path }: Setting): string {
  return String(path.findLast((it) => typeof it === "string") ?? "");
}
