import { registrableDomainOf } from "../facts/publicSuffix.ts";
import { parentOf } from "../model/domainName.ts";
import type { DomainName, ZoneRecord } from "../model/zone.ts";
import { TYPE } from "../syntax/zone/characters.ts";
import { CLEAN, ODD, POLICY } from "../syntax/zone/flags.ts";
import { depthOf, NO_FRAME } from "../syntax/zone/names.ts";
import type { ZoneDocument } from "../syntax/zone/zoneDocument.ts";
import { HAS_CNAME, HAS_CUT } from "../syntax/zone/zoneIndex.ts";
import type { Dependencies, Questions, Topic } from "./dependencies.ts";

/** What a verdict rests on; more of any of these and the records are judged one by one. */
const MOST_NAMES = 64;
const MOST_VERDICTS = 4096;
const MOST_OF_A_KIND = 16;
const MOST_MISSES = 8;

/** A question about the owner itself, or about the domain that it stands before: `MX` of the owner. */
interface Question {
  readonly isOfDomain: boolean;
  readonly type: number;
  /** The records that answered it, as numbers (see `#answer`). */
  readonly answer: readonly number[];
}

/** Records of this text, at owners of this frame and below one parent, whose questions have these answers, are fine. */
interface Verdict {
  readonly unit: number;
  readonly key: number;
  readonly text: number;
  readonly frame: number;
  readonly questions: readonly Question[];
  /** Other names that were asked about, and those that the text names: a record at one of them is judged by itself. */
  others: ReadonlySet<number>;
  topics: ReadonlySet<Topic>;
  /** The owner that was judged first. */
  owner: number;
  isProven: boolean;
  misses: number;
}

/**
 * Finds policies fine because others like them were. A mail provider's zone holds one SPF text a hundred thousand times;
 * what its rules say depends on the text, on what the zone holds at the names that they ask about, and on little of the
 * owner: its labels with an underscore, and its parent. So two records of one text, at `_dmarc.a.example.com` and
 * `_dmarc.b.example.com` say, that were judged in full, asked the same, and were fine, answer for all that are like them:
 * whose owner and domain hold the same as theirs, as far as was asked. Whoever is no such record is judged in full.
 */
export class AlikeRecords {
  readonly #document: ZoneDocument;
  readonly #dependencies: Dependencies;
  readonly #nameOf: (name: DomainName) => number;
  readonly #verdicts = new Map<number, Verdict[]>();
  readonly #byUnit = new Map<number, Verdict>();
  readonly #staleTexts = new Set<number>();
  #nextUnit = 3;
  #apexVersion = -1;
  readonly #scratch: number[] = [];
  // Of the record that is looked at.
  #owner = -1;
  #domain = -1;
  #key = -1;
  #frame = 0;
  #text = -1;

  constructor(document: ZoneDocument, dependencies: Dependencies, nameOf: (name: DomainName) => number) {
    this.#document = document;
    this.#dependencies = dependencies;
    this.#nameOf = nameOf;
  }

  /** To be called before a look: what rested on a verdict that has gone is looked at again. */
  settle(): void {
    const { columns, apexVersion } = this.#document;
    if (this.#apexVersion !== apexVersion) this.clear();
    this.#apexVersion = apexVersion;
    if (this.#staleTexts.size === 0) return;
    const { flags, type, text, size } = columns;
    for (let id = 0; id < size; id++) {
      if (type[id] === TYPE.TXT && ((flags[id] ?? 0) & CLEAN) !== 0 && this.#staleTexts.has(text[id] ?? -1))
        this.#document.unsetClean(id);
    }
    this.#staleTexts.clear();
  }

  clear(): void {
    for (const unit of [...this.#byUnit.keys()]) this.forget(unit);
  }

  /** A verdict rests on something that has changed. */
  forget(unit: number): void {
    const verdict = this.#byUnit.get(unit);
    if (verdict === undefined) return;
    this.#byUnit.delete(unit);
    this.#staleTexts.add(verdict.text);
    const left = this.#verdicts.get(verdict.key)?.filter((it) => it !== verdict) ?? [];
    if (left.length > 0) this.#verdicts.set(verdict.key, left);
    else this.#verdicts.delete(verdict.key);
  }

  /** Whether records may be found like this one. The methods below are about the entry that was asked for last. */
  canHaveLikes(entry: number): boolean {
    const { columns, names, index, reader } = this.#document;
    if (columns.type[entry] !== TYPE.TXT || ((columns.flags[entry] ?? 0) & (POLICY | ODD)) !== POLICY) return false;
    const text = columns.text[entry] ?? -1;
    const owner = columns.owner[entry] ?? -1;
    const frame = names.frame[owner] ?? NO_FRAME;
    const apex = reader.hasher.apex?.id;
    if (text < 0 || owner < 0 || frame === NO_FRAME || apex === undefined) return false;
    let domain = owner;
    for (let depth = depthOf(frame); depth > 0; depth--) {
      if (domain === apex || domain < 0) return false;
      domain = names.parent[domain] ?? -1;
    }
    if (domain === apex || domain < 0) return false;
    if (((index.has(owner) | index.has(domain)) & (HAS_CNAME | HAS_CUT)) !== 0 || index.cutAbove(owner) >= 0)
      return false;
    const parent = names.parent[domain] ?? -1;
    this.#owner = owner;
    this.#domain = domain;
    this.#frame = frame;
    this.#text = text;
    this.#key = text * 0x100000000 + parent;
    return true;
  }

  /** Whether others like the record were found fine, and so it is: what that rests on is remembered for it. */
  isFine(entry: number): boolean {
    const verdict = this.#verdicts.get(this.#key)?.find((it) => this.#isLike(it));
    if (verdict === undefined || !verdict.isProven) return false;
    if (verdict.others.has(this.#owner) || verdict.others.has(this.#domain)) return false;
    for (const { isOfDomain } of verdict.questions) {
      this.#dependencies.add(4 * entry, isOfDomain ? this.#domain : this.#owner);
    }
    return true;
  }

  #isLike(verdict: Verdict): boolean {
    if (verdict.frame !== this.#frame) return false;
    for (const { isOfDomain, type, answer } of verdict.questions) {
      const found = this.#answer(isOfDomain ? this.#domain : this.#owner, type);
      if (found?.length !== answer.length) return false;
      for (let at = 0; at < answer.length; at++) if (found[at] !== answer[at]) return false;
    }
    return true;
  }

  /**
   * What a name holds of a type, in few numbers: whether there is an address, the targets of MX records with their hashes,
   * the texts. `undefined` where that would not be the whole answer. Overwritten by the next one.
   */
  #answer(name: number, type: number): readonly number[] | undefined {
    const { columns, index } = this.#document;
    const answer = this.#scratch;
    answer.length = 0;
    let last = -1;
    for (let entry = index.firstAt(name); entry >= 0; entry = columns.next[entry] ?? -1) {
      if (columns.type[entry] !== type) continue;
      if (type === TYPE.A || type === TYPE.AAAA) {
        answer.push(1);
        return answer;
      }
      // Rules see the order of the text, and the list has it (backwards) unless somebody edited.
      if (last >= 0 && !this.#document.isBefore(entry, last)) return undefined;
      last = entry;
      if (((columns.flags[entry] ?? 0) & ODD) !== 0) return undefined;
      if (type === TYPE.MX) answer.push(columns.hash[entry] ?? 0, columns.target[entry] ?? -1);
      else {
        const text = type === TYPE.TXT ? (columns.text[entry] ?? -1) : -1;
        if (text < 0) return undefined;
        answer.push(text);
      }
    }
    return answer;
  }

  /** The record was judged in full and is fine: what was asked for it may answer for others. */
  learn(asked: Questions, record: ZoneRecord): void {
    if (this.#byUnit.size >= MOST_VERDICTS) return;
    const questions = this.#questionsAmong(asked);
    if (questions === undefined) return;
    const known = this.#verdicts.get(this.#key) ?? [];
    const like = known.find((it) => this.#isLike(it));
    if (like?.isProven || like?.owner === this.#owner || (like?.misses ?? 0) > MOST_MISSES) return;
    const others = this.#othersAmong(asked, record);
    if (others.size > MOST_NAMES) return;
    if (like === undefined) {
      if (known.length < MOST_OF_A_KIND && hasOrdinaryParent(record.owner, depthOf(this.#frame)))
        this.#begin(known, questions, others, asked.topics);
      return;
    }
    like.isProven =
      isEqual(like.others, others) && isEqual(like.topics, asked.topics) && isEqualInForm(like.questions, questions);
    if (!like.isProven) like.misses++;
    like.owner = this.#owner;
    like.others = others;
    like.topics = asked.topics;
    if (like.isProven) this.#dependencies.addAll(like.unit, others, asked.topics);
  }

  #othersAmong({ names }: Questions, { text, fields }: ZoneRecord): ReadonlySet<number> {
    const others = new Set(names);
    others.delete(this.#owner);
    others.delete(this.#domain);
    for (const [name] of text.slice(fields[0]?.span.start).matchAll(NAME))
      others.add(this.#nameOf(`${name.toLowerCase()}.`));
    return others;
  }

  #begin(
    known: readonly Verdict[],
    questions: readonly Question[],
    others: ReadonlySet<number>,
    topics: ReadonlySet<Topic>,
  ): void {
    const unit = this.#nextUnit;
    this.#nextUnit += 4;
    const verdict: Verdict = {
      unit,
      key: this.#key,
      text: this.#text,
      frame: this.#frame,
      questions,
      others,
      topics,
      owner: this.#owner,
      isProven: false,
      misses: 0,
    };
    this.#byUnit.set(unit, verdict);
    this.#verdicts.set(this.#key, [...known, verdict]);
  }

  #questionsAmong({ names, types }: Questions): readonly Question[] | undefined {
    const questions: Question[] = [];
    for (const [at, name] of names.entries()) {
      if (name !== this.#owner && name !== this.#domain) continue;
      const isOfDomain = name !== this.#owner;
      const type = types[at] ?? -1;
      if (questions.some((it) => it.isOfDomain === isOfDomain && it.type === type)) continue;
      const answer = SHORT_ANSWERS.has(type) ? this.#answer(name, type) : undefined;
      if (answer === undefined) return undefined;
      questions.push({ isOfDomain, type, answer: [...answer] });
    }
    return questions;
  }
}

/** Types whose records at one name make a short answer. */
const SHORT_ANSWERS: ReadonlySet<number> = new Set([TYPE.A, TYPE.AAAA, TYPE.MX, TYPE.TXT]);
const NAME = /[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/gi;

/** Whether the public suffix list takes any child of the domain's parent for an ordinary domain: else rules tell them apart. */
function hasOrdinaryParent(owner: DomainName, depth: number): boolean {
  let parent = parentOf(owner);
  for (let left = depth; left > 0; left--) parent = parentOf(parent);
  const registered = registrableDomainOf(parent);
  return registered !== undefined && registrableDomainOf(`x.${parent}`) === registered;
}

function isEqual<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a.size !== b.size) return false;
  for (const it of a) if (!b.has(it)) return false;
  return true;
}

/** Whether two lists ask the same, whatever the answers. */
function isEqualInForm(a: readonly Question[], b: readonly Question[]): boolean {
  return a.length === b.length && a.every((it, at) => it.type === b[at]?.type && it.isOfDomain === b[at]?.isOfDomain);
}
