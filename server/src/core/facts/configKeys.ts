import { say } from "../locale.ts";
import { ACCOUNT_KEYS } from "./configAccountKeys.ts";
import type { ConfigKey, ValueType } from "./configTypes.ts";

const PROFILES = [
  { value: "standard", doc: say("The rules as they are.") },
  { value: "ecommerce", doc: say("Shops: DMARC is expected to reject forged mail.") },
  { value: "pci-dss", doc: say("Payment data: DMARC at reject, and logs kept for twelve months (PCI DSS v4 10.5.1).") },
];

const SEVERITIES = [
  { value: "error", doc: say("Receivers will reject, ignore or misread it.") },
  { value: "warning", doc: say("It works, but not as meant, or it is unsafe.") },
  { value: "info", doc: say("Good advice.") },
  { value: "hint", doc: say("Shown as faded text.") },
  { value: "off", doc: say("Not reported.") },
];

const NOTIFICATIONS = [
  { value: "success", doc: say("Tell the sender when the mail has been delivered.") },
  { value: "failure", doc: say("Tell the sender when the mail could not be delivered.") },
  { value: "delay", doc: say("Tell the sender when the mail is still waiting.") },
  { value: "never", doc: say("Tell the sender nothing; it stands alone.") },
];

const DKIM_KEYS: readonly ConfigKey[] = [
  {
    name: "domain",
    type: { kind: "text", format: "domain" },
    isRequired: true,
    doc: say(
      "The signing domain, `d=` of the signature. DMARC wants it to be the From domain or one below or above it.",
    ),
    reference: "RFC 6376 §3.5",
  },
  {
    name: "selector",
    type: { kind: "text", format: "selector" },
    isRequired: true,
    doc: say(
      "Names the key, so that a domain can have several: receivers look at `<selector>._domainkey.<domain>`. A date in it helps at rotation.",
    ),
    snippet: "${1:s2026}",
    reference: "RFC 6376 §3.1",
  },
  {
    name: "privateKeyFile",
    type: { kind: "text", format: "path" },
    isRequired: true,
    doc: say(
      "The private key in PEM form, relative to this file. It signs every mail: keep it out of git and readable by its owner alone.",
    ),
    snippet: "keys/${1:s2026}.pem",
    reference: "RFC 6376 §3.3",
  },
];

const LOGGING_KEYS: readonly ConfigKey[] = [
  {
    name: "retention",
    type: { kind: "duration" },
    default: "180d",
    doc: say(
      "How long mail logs are kept. 180 days by default; the profile `pci-dss` asks for 365 (PCI DSS v4 10.5.1).",
    ),
  },
  { name: "maxSize", type: { kind: "size" }, doc: say("The most that logs may take on disk before the oldest go.") },
];

const TEST_KEYS: readonly ConfigKey[] = [
  {
    name: "to",
    type: { kind: "text", format: "mailbox" },
    doc: say("The recipient that “Send test mail” offers first."),
    snippet: "${1:postmaster@example.com}",
  },
  { name: "subject", type: { kind: "text" }, default: "Test", doc: say("The subject of the test mail.") },
  { name: "text", type: { kind: "text" }, default: "It works.", doc: say("The text of the test mail.") },
  {
    name: "html",
    type: { kind: "text" },
    doc: say("The same text as HTML. Readers that show HTML take it; the others show `text`."),
    snippet: '"<p>${1:It works.}</p>"',
    reference: "RFC 2046 §5.1.4",
  },
  {
    name: "attachments",
    type: { kind: "list", item: { kind: "text", format: "path" } },
    doc: say(
      "Files that go with the test mail, relative to this file: to see what size and what kinds the server takes.",
    ),
    snippet: "[ ${1:report.pdf} ]",
    reference: "RFC 2183 §2.2",
  },
  {
    name: "dsn",
    type: { kind: "list", item: { kind: "choice", values: NOTIFICATIONS } },
    doc: say(
      "Which delivery status notifications the server is asked for. Servers that do not offer the DSN extension ignore it.",
    ),
    snippet: "[failure, delay]",
    reference: "RFC 3461 §4.1",
  },
  {
    name: "readReceipt",
    type: { kind: "boolean" },
    default: "false",
    doc: say("Asks the reader's program to say that the mail was opened (MDN). Most readers decline."),
    reference: "RFC 8098 §2.1",
  },
];

/** The keys of a document. */
export const ROOT_KEYS: readonly ConfigKey[] = [
  {
    name: "version",
    type: { kind: "integer", min: 1, max: 1 },
    isRequired: true,
    doc: say("The version of this format. It is 1."),
    snippet: "1",
  },
  {
    name: "domain",
    type: { kind: "text", format: "domain" },
    doc: say("The mail domain that this file is about: what “Check domain” looks at."),
    snippet: "${1:example.com}",
  },
  {
    name: "profile",
    type: { kind: "choice", values: PROFILES },
    default: "standard",
    doc: say("Raises some rules to what a trade asks for: DMARC at reject, logs kept for longer."),
  },
  {
    name: "zones",
    type: {
      kind: "table",
      names: "domain",
      entry: {
        name: "<domain>",
        type: { kind: "text", format: "path" },
        doc: say("The zone file that holds this domain's records, relative to this file."),
        snippet: "dns/${1:example.com}.zone",
      },
    },
    doc: say(
      "Zone files by domain. With them the accounts are checked against the published SPF, DKIM and DMARC records.",
    ),
    snippet: "\n  ${1:example.com}: ${2:dns/example.com.zone}",
  },
  {
    name: "accounts",
    type: {
      kind: "table",
      names: "account",
      entry: {
        name: "<account>",
        type: { kind: "mapping", keys: ACCOUNT_KEYS },
        doc: say("One mail account: who sends, and the servers it sends and reads through."),
      },
    },
    doc: say("Mail accounts by a name of your choice. “Send test mail” offers them."),
    snippet: "\n  ${1:ops}:\n    from: ${2:ops@example.com}\n    $0",
  },
  {
    name: "dkim",
    type: { kind: "list", item: { kind: "mapping", keys: DKIM_KEYS } },
    doc: say("The keys that sign outgoing mail. Each is compared with the record that its selector publishes."),
    snippet: "\n  - { domain: ${1:example.com}, selector: ${2:s2026}, privateKeyFile: keys/${3:s2026}.pem }",
    reference: "RFC 6376 §3.6",
  },
  {
    name: "logging",
    type: { kind: "mapping", keys: LOGGING_KEYS },
    doc: say("How mail logs are kept."),
  },
  {
    name: "test",
    type: { kind: "mapping", keys: TEST_KEYS },
    doc: say("The mail that “Send test mail” sends."),
  },
  {
    name: "rules",
    type: {
      kind: "table",
      names: "rule",
      entry: {
        name: "<rule>",
        type: { kind: "choice", values: SEVERITIES },
        doc: say("How severe the findings of this rule are, or `off`. A pattern such as `spf/*` names a whole group."),
      },
    },
    doc: say("Severities by rule, as in the editor's settings; they count for this file and the zones it names."),
    snippet: "\n  ${1:spf/neutral-all}: ${2|off,hint,info,warning,error|}",
  },
];

export const ROOT_TYPE: ValueType = { kind: "mapping", keys: ROOT_KEYS };

/** The keys that a mapping of this type may have; none where the user names them or where it is no mapping. */
export function keysOf(type: ValueType | undefined): readonly ConfigKey[] {
  return type?.kind === "mapping" || type?.kind === "server" ? type.keys : [];
}

/** A key that begins with `x-` (Compose) or a dot (GitLab) is the user's own: a place for anchors. */
export function isUsersKey(name: string): boolean {
  return name.startsWith("x-") || name.startsWith(".");
}

/** What may stand at a path from the root of a document; list items are numbers. */
export function describe(path: readonly (string | number)[]): { key?: ConfigKey; type?: ValueType } {
  let found: { key?: ConfigKey; type?: ValueType } = { type: ROOT_TYPE };
  for (const step of path) found = stepInto(found.type, step);
  return found;
}

/** What may stand one step below a type. */
export function stepInto(type: ValueType | undefined, step: string | number): { key?: ConfigKey; type?: ValueType } {
  if (type?.kind === "list") return typeof step === "number" ? { type: type.item } : {};
  if (type?.kind === "table") return typeof step === "number" ? {} : { key: type.entry, type: type.entry.type };
  const key = keysOf(type).find(({ name }) => name === step);
  return key ? { key, type: key.type } : {};
}

/** All keys of the table with the path that leads to them, names of the user's as `<account>`, list items as `0`. */
export function* allKeys(
  type: ValueType = ROOT_TYPE,
  path: readonly (string | number)[] = [],
): Generator<{ readonly path: readonly (string | number)[]; readonly key: ConfigKey }> {
  if (path.length > MAX_DEPTH) return;
  if (type.kind === "list") yield* allKeys(type.item, [...path, 0]);
  const keys = type.kind === "table" ? [type.entry] : keysOf(type);
  for (const key of keys) {
    yield { path: [...path, key.name], key };
    yield* allKeys(key.type, [...path, key.name]);
  }
}

const MAX_DEPTH = 6;

/** What the list of values of a type is, for messages and completion. */
export function valuesOf(type: ValueType): readonly { readonly value: string; readonly doc: string }[] {
  if (type.kind === "choice") return type.values;
  if (type.kind === "boolean") {
    return [
      { value: "true", doc: say("Yes.") },
      { value: "false", doc: say("No.") },
    ];
  }
  return [];
}
