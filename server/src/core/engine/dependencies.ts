/**
 * Remembers which names a rule asked about, so that its findings are made again when one of them changes. A unit is
 * one piece of cached work, by number: an entry, an owner or a target (see `ZoneChecker`).
 */
export class Dependencies {
  #unit = -1;
  /** One unit alone is kept without a set around it: most names are asked about once. */
  readonly #byName = new Map<number, number | Set<number>>();
  /** Units that asked about the zone as a whole, by what they asked. */
  readonly #byTopic = new Map<Topic, Set<number>>();

  /** Runs the work of a unit. */
  track(unit: number, work: () => void): void {
    const outer = this.#unit;
    this.#unit = unit;
    try {
      work();
    } finally {
      this.#unit = outer;
    }
  }

  onName(name: number): void {
    if (this.#unit < 0) return;
    const units = this.#byName.get(name);
    if (units === undefined) this.#byName.set(name, this.#unit);
    else if (typeof units !== "number") units.add(this.#unit);
    else if (units !== this.#unit) this.#byName.set(name, new Set([units, this.#unit]));
  }

  onTopic(topic: Topic): void {
    if (this.#unit < 0) return;
    const units = this.#byTopic.get(topic);
    if (units) units.add(this.#unit);
    else this.#byTopic.set(topic, new Set([this.#unit]));
  }

  /** The units that asked about a name; they are forgotten, since they will ask again. */
  takeUnitsOf(name: number): Iterable<number> {
    const units = this.#byName.get(name);
    if (units === undefined) return [];
    this.#byName.delete(name);
    return typeof units === "number" ? [units] : units;
  }

  takeUnitsOfTopic(topic: Topic): ReadonlySet<number> {
    const units = this.#byTopic.get(topic) ?? new Set();
    this.#byTopic.delete(topic);
    return units;
  }
}

/** What a rule may ask about the zone as a whole. */
export const TOPICS = ["types", "structure", "directives", "last"] as const;
export type Topic = (typeof TOPICS)[number];
