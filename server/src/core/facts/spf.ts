import { say } from "../locale.ts";

/** What hover, completion and the parser know about one word of SPF. `doc` is a sentence of `say`, to be translated. */
export interface SpfFact {
  readonly name: string;
  readonly doc: string;
  /** How one writes it, with a value of the kind that belongs there. */
  readonly form: string;
  /** The section that decides: `RFC 7208 §5.1`. */
  readonly section: string;
}

export interface MechanismFact extends SpfFact {
  readonly name: MechanismName;
  /** Whether a value follows the name and its colon. */
  readonly value: "forbidden" | "optional" | "required";
  /** What the value is. */
  readonly takes: "nothing" | "domain" | "ip4" | "ip6";
  /** Whether `/24//64` may follow. */
  readonly hasPrefix: boolean;
  /** What a receiver counts towards its limit of 10 lookups (RFC 7208 §4.6.4). */
  readonly lookups: 0 | 1;
}

export type MechanismName = "all" | "include" | "a" | "mx" | "ptr" | "ip4" | "ip6" | "exists";

/** In the order in which completion offers them (RFC 7208 §5). */
export const MECHANISMS: Readonly<Record<MechanismName, MechanismFact>> = {
  include: {
    name: "include",
    doc: say(
      "Matches where the SPF record of another domain passes the sender, as mail providers ask their customers.",
    ),
    form: "include:_spf.example.com",
    section: "RFC 7208 §5.2",
    value: "required",
    takes: "domain",
    hasPrefix: false,
    lookups: 1,
  },
  ip4: {
    name: "ip4",
    doc: say("Matches an IPv4 address or network. It costs no DNS lookup."),
    form: "ip4:192.0.2.0/24",
    section: "RFC 7208 §5.6",
    value: "required",
    takes: "ip4",
    hasPrefix: true,
    lookups: 0,
  },
  ip6: {
    name: "ip6",
    doc: say("Matches an IPv6 address or network. It costs no DNS lookup."),
    form: "ip6:2001:db8::/32",
    section: "RFC 7208 §5.6",
    value: "required",
    takes: "ip6",
    hasPrefix: true,
    lookups: 0,
  },
  mx: {
    name: "mx",
    doc: say("Matches the hosts that receive mail for the domain: the addresses of at most 10 MX names."),
    form: "mx:example.com/24",
    section: "RFC 7208 §5.4",
    value: "optional",
    takes: "domain",
    hasPrefix: true,
    lookups: 1,
  },
  a: {
    name: "a",
    doc: say("Matches the A and AAAA addresses of the domain itself, or of the name after the colon."),
    form: "a:mail.example.com/24",
    section: "RFC 7208 §5.3",
    value: "optional",
    takes: "domain",
    hasPrefix: true,
    lookups: 1,
  },
  exists: {
    name: "exists",
    doc: say("Matches where the name, usually built from macros, has an A record. Lists kept in DNS use it."),
    form: "exists:%{i}._spf.example.com",
    section: "RFC 7208 §5.7",
    value: "required",
    takes: "domain",
    hasPrefix: false,
    lookups: 1,
  },
  ptr: {
    name: "ptr",
    doc: say("Matches hosts whose reverse name lies below the domain. Slow, unreliable, and not to be published."),
    form: "ptr:example.com",
    section: "RFC 7208 §5.5",
    value: "optional",
    takes: "domain",
    hasPrefix: false,
    lookups: 1,
  },
  all: {
    name: "all",
    doc: say("Matches every host, so it decides about all that no term before it lists, and stands last."),
    form: "-all",
    section: "RFC 7208 §5.1",
    value: "forbidden",
    takes: "nothing",
    hasPrefix: false,
    lookups: 0,
  },
};

export type Qualifier = "+" | "-" | "~" | "?";

export interface QualifierFact extends SpfFact {
  readonly name: Qualifier;
  readonly result: "pass" | "fail" | "softfail" | "neutral";
}

/** What a term says about the hosts that it matches (RFC 7208 §4.6.2). */
export const QUALIFIERS: Readonly<Record<Qualifier, QualifierFact>> = {
  "-": {
    name: "-",
    doc: say("Fail: the host may not send for this domain, and receivers may refuse its mail."),
    form: "-all",
    section: "RFC 7208 §8.4",
    result: "fail",
  },
  "~": {
    name: "~",
    doc: say(
      "Softfail: the host probably may not send; receivers take the mail and may mark it. DMARC counts a failure.",
    ),
    form: "~all",
    section: "RFC 7208 §8.5",
    result: "softfail",
  },
  "?": {
    name: "?",
    doc: say("Neutral: nothing is said about the host; receivers treat it as if there were no record."),
    form: "?all",
    section: "RFC 7208 §8.2",
    result: "neutral",
  },
  "+": {
    name: "+",
    doc: say("Pass: the host may send for this domain. A term without a sign means the same."),
    form: "+mx",
    section: "RFC 7208 §8.3",
    result: "pass",
  },
};

export interface ModifierFact extends SpfFact {
  /** `domain`: a name with macros; `text`: anything that holds no blank. */
  readonly takes: "domain" | "text";
  readonly lookups: 0 | 1;
}

/** In lower case; every other `name=value` is allowed and ignored (RFC 7208 §6). */
export const MODIFIERS: Readonly<Record<string, ModifierFact>> = {
  redirect: {
    name: "redirect",
    doc: say("Takes the whole result from another domain's record. It counts only where the record has no `all`."),
    form: "redirect=_spf.example.com",
    section: "RFC 7208 §6.1",
    takes: "domain",
    lookups: 1,
  },
  exp: {
    name: "exp",
    doc: say("Names a TXT record with the explanation that a sender gets when its mail is refused."),
    form: "exp=explain._spf.%{d}",
    section: "RFC 7208 §6.2",
    takes: "domain",
    lookups: 0,
  },
  ra: {
    name: "ra",
    doc: say("Where reports about SPF failures go: the part of the address before the at-sign."),
    form: "ra=postmaster",
    section: "RFC 6652 §3",
    takes: "text",
    lookups: 0,
  },
  rp: {
    name: "rp",
    doc: say("How many of a hundred SPF failures are reported."),
    form: "rp=100",
    section: "RFC 6652 §3",
    takes: "text",
    lookups: 0,
  },
  rr: {
    name: "rr",
    doc: say("Which results are reported: `all`, `e` (errors), `f` (fail), `s` (softfail), `n` (neutral or none)."),
    form: "rr=all",
    section: "RFC 6652 §3",
    takes: "text",
    lookups: 0,
  },
};

export interface MacroFact extends SpfFact {
  /** Allowed only in the text that `exp=` leads to. */
  readonly isForExplanation: boolean;
}

/** The letters of `%{…}`, lower case; upper case means the same and is URL-escaped (RFC 7208 §7.2). */
export const MACROS: Readonly<Record<string, MacroFact>> = {
  s: macro("s", say("The sender's whole address, `postmaster@` and the HELO name where it is empty.")),
  l: macro("l", say("The part of the sender's address before the at-sign.")),
  o: macro("o", say("The domain of the sender's address.")),
  d: macro("d", say("The domain whose record is being read; below an `include` that is the included one.")),
  i: macro("i", say("The client's address: four numbers, or 32 hexadecimal digits with dots between for IPv6.")),
  p: macro("p", say("The client's reverse name where it leads back to its address. Slow; not to be published.")),
  v: macro("v", say("`in-addr` for IPv4, `ip6` for IPv6: the tree in which reverse names stand.")),
  h: macro("h", say("The name that the client gave with HELO or EHLO.")),
  c: macro("c", say("The client's address in its usual form. Only in the text behind `exp=`."), true),
  r: macro("r", say("The name of the receiving host that checks. Only in the text behind `exp=`."), true),
  t: macro("t", say("The time, in seconds since 1970. Only in the text behind `exp=`."), true),
};

function macro(name: string, doc: string, isForExplanation = false): MacroFact {
  return { name, doc, form: `%{${name}}`, section: "RFC 7208 §7.2", isForExplanation };
}

/** The words with which a record may begin: only the first is read by anybody. */
export const VERSIONS: readonly SpfFact[] = [
  {
    name: "v=spf1",
    doc: say("Marks an SPF record. It stands first, in any letter case, and a space or the end follows it."),
    form: "v=spf1 mx -all",
    section: "RFC 7208 §4.5",
  },
  {
    name: "spf2.0/pra",
    doc: say("Marks a record of Sender ID, an experiment that ended in 2012. No receiver reads it."),
    form: "v=spf1 mx -all",
    section: "RFC 6686 §6",
  },
  {
    name: "spf2.0/mfrom",
    doc: say("Marks a record of Sender ID for the envelope sender. No receiver reads it; SPF does the same."),
    form: "v=spf1 mx -all",
    section: "RFC 6686 §6",
  },
];
