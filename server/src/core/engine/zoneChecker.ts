import { withoutTrailingWords } from "../model/txtFaults.ts";
import type { DomainName, OwnerGroup, PolicyKind, TxtRecord, ZoneRecord } from "../model/zone.ts";
import type { Report, Rule, RuleContext, Targets } from "../rule.ts";
import { parseBimi } from "../syntax/bimi.ts";
import { parseDkim } from "../syntax/dkim.ts";
import { parseDmarc } from "../syntax/dmarc.ts";
import { parseMtaSts } from "../syntax/mtaSts.ts";
import type { Parsed } from "../syntax/parsed.ts";
import { policyKindOf } from "../syntax/policyKind.ts";
import { parseSpf } from "../syntax/spf.ts";
import { parseTlsRpt } from "../syntax/tlsRpt.ts";
import { TYPE } from "../syntax/zone/characters.ts";
import type { ChunkList } from "../syntax/zone/chunks.ts";
import { CLEAN, ODD, SUSPECT, TEMPLATE } from "../syntax/zone/flags.ts";
import type { ZoneDocument } from "../syntax/zone/zoneDocument.ts";
import { BAD_TARGET, ODD_OWNER } from "../syntax/zone/zoneIndex.ts";
import { MappedText } from "../text/mappedText.ts";
import { AlikeRecords } from "./alikeRecords.ts";
import { Dependencies, Questions, TOPICS, type Topic } from "./dependencies.ts";
import { isClosed } from "./entryFields.ts";
import { WatchedPolicy, WatchedTxt } from "./watchedText.ts";
import type { ReadEntry } from "./zoneEntries.ts";
import { DocumentView } from "./zoneView.ts";

/** What a rule said, and about which entry. */
export interface RuleReport {
  readonly rule: Rule;
  readonly report: Report;
  readonly at: ReadEntry;
}

type RulesByTarget = { readonly [K in keyof Targets]: readonly Rule<K>[] };

/**
 * Runs the rules over a zone document, as little as possible: an entry, an owner or a target that was judged is judged
 * again only when it changes, or when a name changes that a rule asked about on its behalf.
 */
export class ZoneChecker {
  readonly view: DocumentView;
  readonly #document: ZoneDocument;
  readonly #rules: RulesByTarget;
  readonly #onError: (what: string, error: unknown) => void;
  readonly #dependencies = new Dependencies();
  readonly #alike: AlikeRecords;
  /**
   * By unit: `4 · entry`, `4 · owner + 1`, `4 · target + 2`. `4 · number + 3` are those of `AlikeRecords`, and from
   * `LAST_UNIT` down the rules of the zone.
   */
  readonly #results = new Map<number, readonly RuleReport[]>();
  /** By kind and data as written. */
  readonly #knownTexts = new Map<string, KnownText>();
  readonly #states = new Map<Topic, string>();
  #judgedApex: DomainName | undefined;
  #context: RuleContext | undefined;
  #limit = 0;
  #deadline = Number.POSITIVE_INFINITY;
  /** How much was judged since the look began. */
  #judged = 0;
  /** Whether the last look left nothing unjudged for want of time. */
  isComplete = true;

  readonly #isOneByOne: boolean;

  constructor(
    document: ZoneDocument,
    rules: RulesByTarget,
    onError: (what: string, error: unknown) => void,
    isOneByOne = false,
  ) {
    this.#isOneByOne = isOneByOne;
    this.#document = document;
    this.#rules = rules;
    this.#onError = onError;
    this.view = new DocumentView(document, this.#dependencies);
    this.#alike = new AlikeRecords(document, this.#dependencies, (name) => this.view.nameOf(name));
    document.index.onTouch = (name) => this.#touched(name);
    document.index.onTtlChange = () => this.view.forgetAll();
  }

  /** To be called when an entry goes. */
  removed(entry: number): void {
    this.#results.delete(4 * entry);
    this.view.forget(entry);
  }

  #touched(name: number): void {
    this.#results.delete(4 * name + 1);
    this.#results.delete(4 * name + 2);
    for (const unit of this.#dependencies.takeUnitsOf(name)) this.#judgeAgain(unit);
  }

  #judgeAgain(unit: number): void {
    this.#results.delete(unit);
    if (unit % 4 === 0) this.#document.unsetClean(unit / 4);
    else if (unit % 4 === 3) this.#alike.forget(unit);
  }

  /** Reports in no order, at most about `limit`, of what can be judged within `budgetMs`. */
  check(context: RuleContext, limit: number, budgetMs = Number.POSITIVE_INFINITY): RuleReport[] {
    this.prepare(context, limit);
    return this.#collect(budgetMs, false);
  }

  /** Says beforehand what `check` will ask for, so that `advance` can judge. */
  prepare(context: RuleContext, limit: number): void {
    this.#useContext(context);
    this.#limit = limit;
  }

  /** Judges for about `budgetMs`, so that `check` finds less to do. @returns whether nothing is left */
  advance(budgetMs: number): boolean {
    if (this.#context === undefined) return true; // nobody has asked yet
    this.#collect(budgetMs, true);
    return this.isComplete;
  }

  /** @param isSlice whether somebody waits for the end of the time; an answer rather holds all of a small file */
  #collect(budgetMs: number, isSlice: boolean): RuleReport[] {
    this.#deadline = performance.now() + budgetMs;
    this.#judged = 0;
    this.isComplete = true;
    this.#alike.settle();
    this.view.trim();
    const reports: RuleReport[] = [];
    this.#checkEntries(this.#document.list, reports, isSlice);
    for (const inclusion of this.#document.inclusions.values()) {
      if (inclusion.kind === "included" || inclusion.kind === "generated")
        this.#checkEntries(inclusion.list, reports, isSlice);
    }
    const { index } = this.#document;
    // Between `{% if %}` and `{% else %}` stand alternatives: nobody knows which records meet.
    const odd = this.#document.blocks > 0 ? [] : index.namesWith(ODD_OWNER, index.odd);
    for (const name of odd) {
      if (this.#mustStop(reports)) break;
      for (const it of this.#checkOwner(name)) reports.push(it);
    }
    for (const name of index.namesWith(BAD_TARGET, index.badTargets)) {
      if (this.#mustStop(reports)) break;
      for (const it of this.#checkTarget(name)) reports.push(it);
    }
    if (this.isComplete) this.#checkZone(reports);
    return reports;
  }

  #mustStop(reports: readonly RuleReport[]): boolean {
    if (reports.length > this.#limit) return true;
    // Each look begins at the top, with what is known: one that found nothing new to judge would never come to an end.
    if (this.#judged === 0 || performance.now() < this.#deadline) return false;
    this.isComplete = false;
    return true;
  }

  /** What rules know beside the text. If it changed, all is judged again. */
  #useContext(context: RuleContext): void {
    const before = this.#context;
    const isSame =
      before === undefined ||
      (before.extraTypes.size === context.extraTypes.size &&
        [...context.extraTypes].every((it) => before.extraTypes.has(it)));
    this.#context = context;
    if (!isSame) {
      this.#results.clear();
      this.#knownTexts.clear();
      this.#alike.clear();
      this.#document.forgetClean();
    }
    for (const topic of TOPICS) {
      const state = this.view.stateOf(topic);
      if (this.#states.get(topic) === state) continue;
      this.#states.set(topic, state);
      for (const unit of this.#dependencies.takeUnitsOfTopic(topic)) this.#judgeAgain(unit);
    }
  }

  #checkEntries(list: ChunkList, into: RuleReport[], isSlice: boolean): void {
    const { columns } = this.#document;
    const isSuspect = (id: number) => ((columns.flags[id] ?? 0) & (SUSPECT | CLEAN)) === SUSPECT;
    for (const chunk of list.chunks) {
      if (chunk.suspects === 0) continue;
      this.view.trim();
      if (this.#mustStop(into)) return;
      let looks = 0;
      for (const id of chunk.suspectIds(isSuspect)) {
        if (into.length > this.#limit) return;
        // What others like it have told meanwhile counts.
        if (!isSuspect(id)) continue;
        for (const it of this.#checkEntry(id)) into.push(it);
        if (isSlice && (++looks & 15) === 0 && this.#mustStop(into)) return;
      }
    }
  }

  #checkEntry(id: number): readonly RuleReport[] {
    const unit = 4 * id;
    const known = this.#results.get(unit);
    if (known) return known;
    this.#judged++;
    const canHaveLikes = !this.#isOneByOne && this.#alike.canHaveLikes(id);
    if (canHaveLikes && this.#alike.isFine(id)) {
      this.#document.setClean(id);
      return NONE;
    }
    const asked = canHaveLikes ? new Questions() : undefined;
    const reports = this.#judgeEntry(id, asked);
    if (reports.length > 0) {
      this.#results.set(unit, reports);
      return reports;
    }
    if (asked !== undefined) {
      const entry = this.view.entry(id);
      if (entry.kind === "record") this.#alike.learn(asked, entry);
    }
    this.#document.setClean(id);
    this.view.forget(id);
    return reports;
  }

  #judgeEntry(id: number, asked: Questions | undefined): readonly RuleReport[] {
    const reports: RuleReport[] = [];
    const judge = () => {
      // What a template will make of it nobody knows: `zone/template` says so once for the file.
      if (((this.#document.columns.flags[id] ?? 0) & TEMPLATE) !== 0) return;
      const entry = this.view.entry(id);
      if (entry.kind === "directive" || ((this.#document.columns.flags[id] ?? 0) & ODD) !== 0)
        this.#run("entry", entry, entry, reports);
      if (entry.kind === "record" && (entry.type === TYPE.TXT || entry.type === TYPE.SPF))
        this.#checkText(entry, reports);
    };
    this.#dependencies.track(4 * id, judge, asked);
    return reports;
  }

  /**
   * A text's own rules, most of which look at nothing but the text. Those that found nothing in it, and asked for nothing
   * else, are not run again on the same text: zones repeat a few policies thousands of times.
   */
  #checkText(record: ReadEntry & ZoneRecord, into: RuleReport[]): void {
    const txt = readTxt(record);
    const [first] = record.fields;
    if (txt === undefined || first === undefined) return;
    // What an open quote holds is not what was meant: `zone/unterminated-string` is enough.
    if (txt.strings.some(({ isQuoted, text }) => isQuoted && !isClosed(text))) return;
    const kind = txt.policy;
    const key = `${kind} ${record.text.slice(first.span.start)}`;
    const known = this.#knownTexts.get(key);
    if (known?.again.length === 0) return;
    const policy = withoutTrailingWords(txt);
    const parsed = known?.parsed ?? (kind && PARSERS[kind](policy.text.value));
    const again: AnyRule[] = [];
    const run = (rules: readonly AnyRule[], watched: WatchedTxt, target: TxtRecord) => {
      for (const rule of rules) {
        const before = into.length;
        watched.watch.isTripped = false;
        this.#runRule(rule, watched, record, into);
        if (!watched.watch.isTripped && into.length === before) continue;
        again.push(rule);
        if (into.length === before) continue;
        // What is reported must name the record itself, not the one that is watched.
        into.length = before;
        this.#runRule(rule, target, record, into);
      }
    };
    const ofTxt = known?.again.filter((it) => it.target === "txt") ?? (this.#rules.txt as readonly AnyRule[]);
    run(ofTxt, new WatchedTxt(txt, record), txt);
    const ofKind =
      kind && (known?.again.filter((it) => it.target === kind) ?? (this.#rules[kind] as readonly AnyRule[]));
    if (parsed && ofKind && ofKind.length > 0)
      run(ofKind, new WatchedPolicy(policy, record, parsed), { ...policy, ...parsed } as TxtRecord);
    if (known !== undefined) return;
    if (this.#knownTexts.size > MOST_TEXTS) this.#knownTexts.clear();
    this.#knownTexts.set(key, { parsed, again });
  }

  #checkOwner(name: number): readonly RuleReport[] {
    const unit = 4 * name + 1;
    const known = this.#results.get(unit);
    if (known) return known;
    this.#judged++;
    const reports: RuleReport[] = [];
    this.#dependencies.track(unit, () => {
      const ids = this.#document.index.entriesAt(name);
      const records = ids.map((id) => this.view.entry(id)).filter((it) => it.kind === "record");
      const [first] = records;
      if (first === undefined) return;
      const group: OwnerGroup = { owner: first.owner, records, zone: this.view };
      this.#run("owner", group, undefined, reports);
    });
    this.#results.set(unit, reports);
    return reports;
  }

  #checkTarget(name: number): readonly RuleReport[] {
    const unit = 4 * name + 2;
    const known = this.#results.get(unit);
    if (known) return known;
    this.#judged++;
    const reports: RuleReport[] = [];
    this.#dependencies.track(unit, () => {
      for (const id of this.#document.index.referencesTo(name)) {
        if (reports.length > this.#limit) return;
        this.#checkReference(id, reports);
      }
    });
    this.#results.set(unit, reports);
    return reports;
  }

  #checkReference(id: number, into: RuleReport[]): void {
    const record = this.view.entry(id);
    if (record.kind !== "record") return;
    const field = record.fields.find((it) => it.kind === "host" || it.kind === "name");
    if (field?.target === undefined || record.fields.length > 4) return;
    const answer = this.view.answer(field.target, record.type === TYPE.CNAME ? TYPE.CNAME : TYPE.A);
    const other =
      answer.kind === "nodata" && record.type !== TYPE.CNAME ? this.view.answer(field.target, TYPE.AAAA) : answer;
    const reference = { record, field, target: field.target, answer: other, zone: this.view };
    this.#run("reference", reference, record, into);
  }

  /** A rule of the zone is asked again when an answer changed that it got, or when it got one that leaves no trace. */
  #checkZone(into: RuleReport[]): void {
    const { apex } = this.view;
    const isSameApex = this.#judgedApex === apex;
    this.#judgedApex = apex;
    for (const [index, rule] of this.#rules.zone.entries()) {
      const unit = LAST_UNIT - 4 * index;
      let reports = isSameApex ? this.#results.get(unit) : undefined;
      if (reports === undefined) {
        const found: RuleReport[] = [];
        const isTraced = this.#dependencies.track(unit, () =>
          this.#runRule(rule as AnyRule, this.view, undefined, found),
        );
        if (isTraced) this.#results.set(unit, found);
        else this.#results.delete(unit);
        reports = found;
      }
      for (const it of reports) into.push(it);
    }
  }

  #run<K extends keyof Targets>(kind: K, target: Targets[K], at: ReadEntry | undefined, into: RuleReport[]): void {
    for (const rule of this.#rules[kind]) this.#runRule(rule as AnyRule, target, at, into);
  }

  /** What a template tag will become nobody knows, so only the note about templates stands there. */
  #isUnfinished({ id }: ReadEntry, rule: AnyRule): boolean {
    return ((this.#document.columns.flags[id] ?? 0) & TEMPLATE) !== 0 && rule.code !== "zone/template";
  }

  #runRule(rule: AnyRule, target: unknown, at: ReadEntry | undefined, into: RuleReport[]): void {
    try {
      // The rule was found under its target's name.
      for (const report of rule.check(target as never, this.#context ?? NOTHING_KNOWN)) {
        // Every entry that a rule sees was made by the view.
        const place = (report.at as ReadEntry | undefined) ?? at;
        if (place && !this.#isUnfinished(place, rule)) into.push({ rule, report, at: place });
      }
    } catch (error) {
      this.#onError(`rule ${rule.code}`, error);
    }
  }
}

type AnyRule = Rule;

/** What is remembered of a TXT record's data. */
interface KnownText {
  readonly parsed: Parsed<unknown> | undefined;
  /** The rules that have to be run on each record of that data. */
  readonly again: readonly AnyRule[];
}
const NONE: readonly RuleReport[] = [];
const MOST_TEXTS = 2_000;
const LAST_UNIT = 0x7fff_ffff;
const NOTHING_KNOWN: RuleContext = { now: 0, extraTypes: new Set(), codes: new Set() };

const PARSERS: { readonly [K in PolicyKind]: (value: string) => Parsed<unknown> } = {
  spf: parseSpf,
  dkim: parseDkim,
  dmarc: parseDmarc,
  mtaSts: parseMtaSts,
  tlsRpt: parseTlsRpt,
  bimi: parseBimi,
};

/** A TXT record's strings as receivers join them; `undefined` where it has none. */
export function readTxt(record: ZoneRecord): TxtRecord | undefined {
  const [first] = record.fields;
  if (first === undefined || first.text === "\\#") return undefined;
  const text = new MappedText(first.span.start + Number(first.isQuoted));
  for (const field of record.fields) text.append(field.value);
  const policy = policyKindOf(record.owner, text.value);
  return { record, text, strings: record.fields, policy, zone: record.zone };
}

export function groupRules(rules: readonly Rule[]): RulesByTarget {
  const of = <K extends keyof Targets>(target: K) =>
    rules.filter((it) => it.target === target) as unknown as readonly Rule<K>[];
  return {
    entry: of("entry"),
    txt: of("txt"),
    spf: of("spf"),
    dkim: of("dkim"),
    dmarc: of("dmarc"),
    mtaSts: of("mtaSts"),
    tlsRpt: of("tlsRpt"),
    bimi: of("bimi"),
    owner: of("owner"),
    reference: of("reference"),
    zone: of("zone"),
    config: of("config"),
    stsPolicy: of("stsPolicy"),
  };
}
