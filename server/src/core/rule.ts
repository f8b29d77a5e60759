import type { Values } from "./locale.ts";
import type { ConfigFile } from "./model/config.ts";
import type { StsPolicyFile } from "./model/stsPolicyFile.ts";
import type { OwnerGroup, Policy, Reference, TxtRecord, ZoneEntry, ZoneView } from "./model/zone.ts";
import type { BimiRecord } from "./syntax/bimi.ts";
import type { DkimRecord } from "./syntax/dkim.ts";
import type { DmarcRecord } from "./syntax/dmarc.ts";
import type { MtaStsRecord } from "./syntax/mtaSts.ts";
import type { SpfRecord } from "./syntax/spf.ts";
import type { TlsRptRecord } from "./syntax/tlsRpt.ts";
import type { Span } from "./text/span.ts";

export type Severity = "error" | "warning" | "info" | "hint";

/** Where a span counts: the entry of a zone file, else the document that is checked. */
export type Place = ZoneEntry;

/** One replacement; `at` where another entry than the reported one is changed. */
export interface FixEdit {
  readonly span: Span;
  readonly newText: string;
  readonly at?: Place;
}

export interface Fix<Title extends string = string> {
  /** `safe` keeps the meaning and goes into “Fix all”; a `suggestion` changes it and is offered one at a time. */
  readonly kind: "safe" | "suggestion";
  /** A key of the rule's `titles`. */
  readonly title: Title;
  readonly data?: Values;
  readonly edits: readonly FixEdit[];
}

/**
 * What a rule can look at. A new kind of record adds one line here. Spans of zone targets count in the text of their
 * entry (`record.text`), spans of a config or a policy file in the document.
 *
 * For speed an `entry` rule sees a common record (A, AAAA, NS, CNAME, MX, PTR) only where the reader found something
 * unusual about it (see `ODD` in `syntax/zone/entryReader.ts`); a directive and a record of any other type it always sees.
 *
 * A rule of a policy may look at its owner's labels that begin with an underscore, at its parent, at its public suffix and
 * at what it asks of the zone: policies that are alike in these are not all looked at (see `engine/alikeRecords.ts`).
 */
export interface Targets {
  readonly entry: ZoneEntry;
  /** Every TXT record that looks like a policy or holds something unusual, before its policy's own rules. */
  readonly txt: TxtRecord;
  readonly spf: Policy<SpfRecord>;
  readonly dkim: Policy<DkimRecord>;
  readonly dmarc: Policy<DmarcRecord>;
  readonly mtaSts: Policy<MtaStsRecord>;
  readonly tlsRpt: Policy<TlsRptRecord>;
  readonly bimi: Policy<BimiRecord>;
  /** All records of one owner, where two of them may be at odds. */
  readonly owner: OwnerGroup;
  /** A name that MX, NS, SRV or CNAME point at, inside the zone, which lacks an address or is an alias. */
  readonly reference: Reference;
  /** The zone as a whole; once a file. */
  readonly zone: ZoneView;
  readonly config: ConfigFile;
  /** A policy file, `mta-sts.txt`. */
  readonly stsPolicy: StsPolicyFile;
}

/** What a rule may know beside its target. */
export interface RuleContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Record types that the user's server knows beside the standard ones, upper case (setting `mailconfig.extraTypes`). */
  readonly extraTypes: ReadonlySet<string>;
  /** The codes of all rules there are: what `rules:` of a config can name. */
  readonly codes: ReadonlySet<string>;
}

export interface Related<Message extends string = string> {
  readonly message: Message;
  readonly data?: Values;
  readonly span: Span;
  readonly at?: Place;
}

export interface Report<Message extends string = string, Title extends string = string> {
  readonly message: Message;
  /** Fills the `{placeholders}` of the message. Never a secret: name its key instead. */
  readonly data?: Values;
  /** In the text of `at`, else of the target's own entry, else of the document. */
  readonly span: Span;
  /** Required of `owner`, `reference` and `zone` rules: the entry that the span counts in. */
  readonly at?: Place;
  readonly related?: readonly Related<Message>[];
  readonly fix?: Fix<Title>;
  /** Further fixes, where more than one meaning was possible (all of them suggestions). */
  readonly alternatives?: readonly Fix<Title>[];
  /** Where one rule has two severities by the case. */
  readonly severity?: Severity;
}

export interface Rule<
  Target extends keyof Targets = keyof Targets,
  Message extends string = string,
  Title extends string = string,
> {
  /** `<group>/<fault>`: also the file name, the settings key, the suppression word and the docs page. */
  readonly code: string;
  readonly target: Target;
  readonly severity: Severity;
  /** The best kind of fix that it may offer. */
  readonly fixable: Fix["kind"] | false;
  /** One line for lists: what is reported. */
  readonly summary: string;
  /** Markdown. `why`: what receivers do with it. `bad` and `good` are whole lines that one could paste. */
  readonly docs: Readonly<Record<"why" | "bad" | "good", string>>;
  /** The section that decides comes first: `RFC 7208 §5.1`. */
  readonly references: readonly string[];
  readonly messages: Readonly<Record<Message, string>>;
  /** Titles of fixes: imperatives of at most 50 characters. */
  readonly titles?: Readonly<Record<Title, string>>;
  check(target: Targets[Target], context: RuleContext): Iterable<Report<NoInfer<Message>, NoInfer<Title>>>;
}

/** Declares a rule: the place where the types of target, messages and titles are inferred. */
export function defineRule<Target extends keyof Targets, M extends string, T extends string = never>(
  rule: Rule<Target, M, T>,
): Rule<Target, M, T> {
  return rule;
}

/** The usual fix: one text in the place of another, in the reported entry or document. */
export function replace<T extends string>(
  kind: Fix["kind"],
  title: T,
  span: Span,
  newText: string,
  data: Values = {},
): Fix<T> {
  return { kind, title, data, edits: [{ span, newText }] };
}
