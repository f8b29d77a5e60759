import { grown } from "../syntax/zone/names.ts";

/** What a rule may ask about the zone as a whole. */
export const TOPICS = ["types", "structure", "directives", "last", "keys"] as const;
export type Topic = (typeof TOPICS)[number];

/** Any type of record, or who points at the name. */
export const ANYTHING = -1;

/** What was asked while something was judged; a name may occur again. */
export class Questions {
  readonly names: number[] = [];
  readonly types: number[] = [];
  readonly topics = new Set<Topic>();
}

/**
 * Remembers which names a rule asked about, so that its findings are made again when one of them changes. A unit is
 * one piece of cached work, by number: an entry, an owner or a target (see `ZoneChecker`). A large zone has millions of
 * such pairs, so they are lists through typed arrays: eight bytes a pair.
 */
export class Dependencies {
  #unit = -1;
  /** By name: its first pair, counted from 1; 0 for none. */
  #first = new Int32Array(1024);
  #units = new Int32Array(1024);
  #next = new Int32Array(1024);
  #size = 1;
  #free = 0;
  readonly #byTopic = new Map<Topic, number[]>();
  #questions: Questions | undefined;
  #isTraced = true;

  /**
   * Runs the work of a unit; `questions` takes down what it asks.
   *
   * @returns whether all that it asked about is known by name or topic: else its answer holds for this once
   */
  track(unit: number, work: () => void, questions?: Questions): boolean {
    const outer = this.#unit;
    this.#unit = unit;
    this.#questions = questions;
    this.#isTraced = true;
    try {
      work();
    } finally {
      this.#unit = outer;
      this.#questions = undefined;
    }
    return this.#isTraced;
  }

  /** Something was asked that changes without a word. */
  onUntraced(): void {
    this.#isTraced = false;
  }

  /** @param type of the records that are looked at, or `ANYTHING` */
  onName(name: number, type: number): void {
    if (this.#unit < 0) return;
    this.#questions?.names.push(name);
    this.#questions?.types.push(type);
    this.add(this.#unit, name);
  }

  /** A unit rests on a name, as if it had asked. */
  add(unit: number, name: number): void {
    while (name >= this.#first.length) this.#first = grown(this.#first);
    const first = this.#first[name] ?? 0;
    // A unit asks in one go: what it asked before stands first.
    if (first !== 0 && this.#units[first] === unit) return;
    const pair = this.#allocate();
    this.#units[pair] = unit;
    this.#next[pair] = first;
    this.#first[name] = pair;
  }

  #allocate(): number {
    const reused = this.#free;
    if (reused !== 0) {
      this.#free = this.#next[reused] ?? 0;
      return reused;
    }
    if (this.#size === this.#units.length) {
      this.#units = grown(this.#units);
      this.#next = grown(this.#next);
    }
    return this.#size++;
  }

  addAll(unit: number, names: Iterable<number>, topics: Iterable<Topic>): void {
    for (const name of names) this.add(unit, name);
    for (const topic of topics) this.#addTopic(unit, topic);
  }

  onTopic(topic: Topic): void {
    if (this.#unit < 0) return;
    this.#questions?.topics.add(topic);
    this.#addTopic(this.#unit, topic);
  }

  #addTopic(unit: number, topic: Topic): void {
    const units = this.#byTopic.get(topic);
    if (units === undefined) this.#byTopic.set(topic, [unit]);
    else if (units.at(-1) !== unit) units.push(unit);
  }

  /** The units that asked about a name; they are forgotten, since they will ask again. */
  takeUnitsOf(name: number): readonly number[] {
    const units: number[] = [];
    for (let pair = this.#first[name] ?? 0; pair !== 0; ) {
      units.push(this.#units[pair] ?? -1);
      const next = this.#next[pair] ?? 0;
      this.#next[pair] = this.#free;
      this.#free = pair;
      pair = next;
    }
    if (units.length > 0) this.#first[name] = 0;
    return units;
  }

  takeUnitsOfTopic(topic: Topic): readonly number[] {
    const units = this.#byTopic.get(topic) ?? [];
    this.#byTopic.delete(topic);
    return units;
  }
}
