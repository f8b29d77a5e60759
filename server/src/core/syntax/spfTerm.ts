import { MECHANISMS, type MechanismFact, type MechanismName, MODIFIERS, type Qualifier } from "../facts/spf.ts";
import { didYouMean } from "../text/didYouMean.ts";
import { span } from "../text/span.ts";
import { maxPrefix, type Network, parseIp4, parseIp6, parseNetwork, parsePrefix } from "./spfAddress.ts";
import { parseDomainSpec, parseMacros } from "./spfDomain.ts";
import { separate } from "./spfGlue.ts";
import type { DomainSpec, Mechanism, Piece, Prefix, SpfFault, SpfTerm } from "./spfRecord.ts";

/** A word of the record on its way to be a term. */
interface Word extends Piece {
  readonly sign: Piece | undefined;
  readonly nameAt: Piece | undefined;
  /** Everything after the name. */
  readonly rest: Piece;
  readonly faults: SpfFault[];
}

/** Reads one word after the version as a term (RFC 7208 §4.6.1); what is wrong with it goes into `faults`. */
export function parseTerm(text: string, at: number, faults: SpfFault[]): SpfTerm {
  const piece = (start: number, end: number): Piece => ({
    text: text.slice(start, end),
    span: span(at + start, at + end),
  });
  const signEnd = /^[-+~?]/.test(text) ? 1 : 0;
  const nameEnd = signEnd + (/^[a-z][a-z0-9_.-]*/i.exec(text.slice(signEnd))?.[0].length ?? 0);
  const word: Word = {
    ...piece(0, text.length),
    sign: signEnd > 0 ? piece(0, signEnd) : undefined,
    nameAt: nameEnd > signEnd ? piece(signEnd, nameEnd) : undefined,
    rest: piece(nameEnd, text.length),
    faults: [],
  };
  const term = readTerm(word);
  faults.push(...word.faults);
  return term;
}

function readTerm(word: Word): SpfTerm {
  const strange = /[^\x21-\x7e]+/.exec(word.text);
  if (strange) return broken(word, "spf/syntax", "character", subPiece(word, strange.index, strange[0].length));
  const separated = separate(word.text);
  if (separated) return broken(word, "spf/syntax", separated.reason, word, separated.meant);
  const { nameAt, rest, sign } = word;
  if (!nameAt) return nameless(word);
  if (rest.text.startsWith("=")) {
    if (!sign) return modifier(word, nameAt);
    if (isMechanism(nameAt.text.toLowerCase())) {
      return broken(word, "spf/syntax", "equals", subPiece(rest, 0, 1), ":");
    }
    return broken(word, "spf/syntax", "sign", sign, "");
  }
  if (rest.text !== "" && !/^[:/]/.test(rest.text)) return broken(word, "spf/syntax", ...meaningOf(word));
  const name = nameAt.text.toLowerCase();
  return isMechanism(name) ? mechanism(word, nameAt, MECHANISMS[name]) : unknownMechanism(word, nameAt);
}

function isMechanism(name: string): name is MechanismName {
  return Object.hasOwn(MECHANISMS, name);
}

function subPiece(piece: Piece, start: number, length: number): Piece {
  const from = piece.span.start + start;
  return { text: piece.text.slice(start, start + length), span: span(from, from + length) };
}

function fail(word: Word, code: string, reason: string, at: Piece, meant?: string, orElse?: readonly string[]): void {
  const guess = { ...(meant !== undefined && { meant }), ...(orElse && { orElse }) };
  word.faults.push({ code, reason, span: at.span, detail: at.text, ...guess });
}

function broken(word: Word, code: string, reason: string, at: Piece = word, meant?: string): SpfTerm {
  fail(word, code, reason, at, meant);
  return { kind: "broken", ...commonOf(word), isBroken: true };
}

function commonOf({ text, span: at, sign, nameAt, rest, faults }: Word) {
  const valueAt = /^[:=]/.test(rest.text) ? subPiece(rest, 1, rest.text.length - 1) : undefined;
  return { text, span: at, sign, nameAt, valueAt, isBroken: faults.length > 0 };
}

/** A word that begins with no name: an address without its mechanism, doubled signs, quotes, anything. */
function nameless(word: Word): SpfTerm {
  const { text, sign } = word;
  const bare = sign ? text.slice(1) : text;
  const network = parseNetwork(bare);
  if (network) return broken(word, "spf/syntax", "address", word, `${sign?.text ?? ""}ip${network.family}:${bare}`);
  return broken(word, "spf/syntax", ...meaningOf(word));
}

function meaningOf(word: Word): [reason: string, at: Piece, meant?: string] {
  const { text } = word;
  if (text.length > 500) return ["term", word];
  const unquoted = text.replace(/^([-+~?]?)["'(\\]+|["')\\]+$/g, "$1");
  if (unquoted !== text && startsTerm(unquoted)) return ["quote", word, unquoted];
  const signs = /^[-+~?]{2,}/.exec(text)?.[0];
  if (signs !== undefined && startsTerm(text.slice(signs.length))) {
    return ["signs", word, `${signs.slice(-1)}${text.slice(signs.length)}`];
  }
  return ["term", word];
}

function startsTerm(text: string): boolean {
  const name = /^[-+~?]?([a-z][a-z0-9]*)(?:$|[:=/])/i.exec(text)?.[1]?.toLowerCase() ?? "";
  return isMechanism(name) || Object.hasOwn(MODIFIERS, name);
}

function modifier(word: Word, nameAt: Piece): SpfTerm {
  const name = nameAt.text.toLowerCase();
  const value = subPiece(word.rest, 1, word.rest.text.length - 1);
  const takesDomain = name === "redirect" || name === "exp";
  let domain: DomainSpec | undefined;
  if (takesDomain && value.text === "") fail(word, "spf/missing-value", "modifier", word);
  else if (takesDomain) domain = domainOf(word, value);
  const macros = domain?.macros ?? parseMacros(value.text, value.span.start, word.faults, true);
  return { kind: "modifier", ...commonOf(word), name, nameAt, valueAt: value, domain, macros };
}

/** A prefix length behind a name that takes none is called by its own name. */
function domainOf(word: Word, value: Piece): DomainSpec {
  const at = prefixStart(value.text);
  if (at > 0 && at < value.text.length) {
    fail(word, "spf/unexpected-value", "prefix", subPiece(value, at, value.text.length - at), "");
    const domain = parseDomainSpec(value.text.slice(0, at), value.span.start, []);
    return { ...domain, isBroken: true };
  }
  return parseDomainSpec(value.text, value.span.start, word.faults);
}

/** Where the `/24//64` at the end of a value begins; its length where there is none. */
function prefixStart(text: string): number {
  let start = text.length;
  while (start > 0 && /[\d/]/.test(text[start - 1] ?? "")) start--;
  const slash = text.indexOf("/", start);
  return slash < 0 ? text.length : slash;
}

function mechanism(word: Word, nameAt: Piece, fact: MechanismFact): SpfTerm {
  const read = readValue(word, fact);
  const qualifier = (word.sign?.text ?? "+") as Qualifier; // the sign is one of the four characters
  return { kind: "mechanism", ...commonOf(word), nameAt, name: fact.name, qualifier, ...NOTHING, ...read };
}

type Value = Pick<Mechanism, "domain" | "network" | "prefix" | "prefix6">;

const NOTHING: Value = { domain: undefined, network: undefined, prefix: undefined, prefix6: undefined };

function readValue(word: Word, fact: MechanismFact): Partial<Value> {
  const { rest } = word;
  if (fact.value === "forbidden") {
    if (rest.text !== "") fail(word, "spf/unexpected-value", "all", rest, "");
    return {};
  }
  const value = rest.text.startsWith(":") ? subPiece(rest, 1, rest.text.length - 1) : subPiece(rest, 0, 0);
  if (fact.value === "required" && value.text === "") {
    fail(word, "spf/missing-value", fact.takes, word);
    return {};
  }
  if (fact.takes === "ip4" || fact.takes === "ip6") return readNetwork(word, value, fact.takes === "ip4" ? 4 : 6);
  if (fact.hasPrefix) return readHost(word, rest);
  if (rest.text.startsWith("/")) fail(word, "spf/unexpected-value", "prefix", rest, "");
  else if (rest.text === ":") fail(word, "spf/syntax", "empty", rest, "");
  else if (value.text !== "") return { domain: domainOf(word, value) };
  return {};
}

/** `a` and `mx`: a domain, a prefix length, both or neither. */
function readHost(word: Word, rest: Piece): Partial<Value> {
  const at = prefixStart(rest.text);
  const [, first, second] = /^(\/[^/]*)?(\/\/.*|\/.*)?$/.exec(rest.text.slice(at)) ?? [];
  const isOnlySix = first === "/" && second?.startsWith("/") === true && !second.startsWith("//");
  const fourEnd = isOnlySix ? at : at + (first?.length ?? 0);
  const prefix = readPrefix(word, subPiece(rest, at, fourEnd - at), 4);
  const prefix6 = readPrefix(word, subPiece(rest, fourEnd, rest.text.length - fourEnd), 6);
  const name = subPiece(rest, 0, at);
  if (name.text === ":") fail(word, "spf/syntax", "empty", name, "");
  else if (name.text.startsWith(":")) return { prefix, prefix6, domain: readName(word, subPiece(name, 1, at - 1)) };
  else if (name.text !== "") fail(word, "spf/invalid-prefix-length", "form", rest);
  return { prefix, prefix6 };
}

/** An address with its prefix length is one thing that was put at the wrong mechanism. */
function readName(word: Word, name: Piece): DomainSpec {
  const before = word.faults.length;
  const domain = parseDomainSpec(name.text, name.span.start, word.faults);
  const network = parseNetwork(name.text);
  const fault = word.faults[before];
  if (!fault || !network || !word.nameAt) return domain;
  const sign = word.sign?.text ?? "";
  word.faults[before] = { ...fault, span: word.span, meant: `${sign}ip${network.family}:${word.rest.text.slice(1)}` };
  return domain;
}

/** @param at the slashes and what follows them; empty for none */
function readPrefix(word: Word, at: Piece, family: 4 | 6): Prefix | undefined {
  if (at.text === "") return undefined;
  const slashes = family === 4 ? "/" : "//";
  const digits = at.text.startsWith(slashes) ? at.text.slice(slashes.length) : "";
  const length = parsePrefix(digits, family);
  if (length === undefined) failPrefix(word, at, at.text.startsWith(slashes) ? digits : undefined, family);
  return { text: digits, span: span(at.span.end - digits.length, at.span.end), length };
}

function failPrefix(word: Word, at: Piece, digits: string | undefined, family: 4 | 6): void {
  const detail = at.text;
  const reason =
    digits === undefined ? "slashes" : /^0\d+$/.test(digits) ? "zero" : /^\d+$/.test(digits) ? "range" : "form";
  word.faults.push({
    code: "spf/invalid-prefix-length",
    reason,
    span: at.span,
    detail,
    data: { max: maxPrefix(family), family: family === 4 ? "IPv4" : "IPv6" },
  });
}

function readNetwork(word: Word, value: Piece, family: 4 | 6): Partial<Value> {
  const slash = value.text.indexOf("/");
  const end = slash < 0 ? value.text.length : slash;
  const written = subPiece(value, 0, end);
  const address = family === 4 ? parseIp4(written.text) : parseIp6(written.text);
  const rest = subPiece(value, end, value.text.length - end);
  const isOther = (family === 4 ? parseIp6(written.text) : parseIp4(written.text)) !== undefined;
  if (address === undefined) failAddress(word, written, family, isOther);
  const prefix = isOther ? undefined : readOwnPrefix(word, rest, family);
  const length = rest.text === "" ? maxPrefix(family) : prefix?.length;
  const network: Network | undefined =
    address === undefined || length === undefined ? undefined : { family, address, prefix: length };
  return { network, prefix };
}

function failAddress(word: Word, written: Piece, family: 4 | 6, isOther: boolean): void {
  const code = `spf/invalid-ip${family}`;
  if (isOther && word.nameAt) fail(word, code, "family", word.nameAt, `ip${10 - family}`);
  else fail(word, code, /^[^:]*[g-z][^:]*$/i.test(written.text) ? "name" : "address", written);
}

/** `ip4` and `ip6` take one slash. */
function readOwnPrefix(word: Word, rest: Piece, family: 4 | 6): Prefix | undefined {
  if (rest.text === "") return undefined;
  const digits = rest.text.slice(1);
  const length = parsePrefix(digits, family);
  if (length === undefined) failPrefix(word, rest, digits.startsWith("/") ? undefined : digits, family);
  return { text: digits, span: span(rest.span.start + 1, rest.span.end), length };
}

/** Misspellings that are further away than two letters. */
const MEANT: Readonly<Record<string, string>> = {
  ipv4: "ip4",
  ipv6: "ip6",
  ip: "ip4",
  "ip-4": "ip4",
  "ip-6": "ip6",
  host: "a",
  aaaa: "a",
  domain: "include",
  spf: "include",
};

function unknownMechanism(word: Word, nameAt: Piece): SpfTerm {
  const name = nameAt.text.toLowerCase();
  const { rest } = word;
  const code = "spf/unknown-mechanism";
  const value = rest.text.slice(1);
  const family = parseNetwork(value)?.family;
  if ((name === "redirect" || name === "exp") && rest.text.startsWith(":")) {
    return broken(word, code, "modifier", subPiece(word, (word.sign?.text.length ?? 0) + name.length, 1), "=");
  }
  if (rest.text === "" && /^[^.]+(?:\.[^.]+)+\.?$/.test(name) && !isMechanism(name.replace(/\.$/, ""))) {
    const sign = word.sign?.text ?? "";
    fail(word, code, "domain", word, `${sign}include:${nameAt.text}`, [`${sign}a:${nameAt.text}`]);
    return { kind: "broken", ...commonOf(word) };
  }
  // A bare word with a sign, such as `-al`, ends records: no other mechanism is written so.
  const candidates = word.sign && word.rest.text === "" ? ["all", ...Object.keys(MECHANISMS)] : Object.keys(MECHANISMS);
  const near = Object.hasOwn(MEANT, name) ? MEANT[name] : didYouMean(name, candidates);
  const meant = family && near?.startsWith("ip") ? `ip${family}` : near;
  return broken(word, code, "unknown", nameAt, meant);
}
