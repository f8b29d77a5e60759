/**
 * Remembers which names a rule asked about, so that its findings are made again when one of them changes. A unit is
 * one piece of cached work, by number: an entry, an owner or a target (see `ZoneChecker`).
 */
export class Dependencies {
  #unit = -1;
  readonly #byName = new Map<number, Set<number>>();
  /** Units that asked what types the zone holds. */
  readonly #ofTypes = new Set<number>();

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
    if (units) units.add(this.#unit);
    else this.#byName.set(name, new Set([this.#unit]));
  }

  onTypes(): void {
    if (this.#unit < 0) return;
    this.#ofTypes.add(this.#unit);
  }

  /** The units that asked about a name; they are forgotten, since they will ask again. */
  takeUnitsOf(name: number): ReadonlySet<number> | undefined {
    const units = this.#byName.get(name);
    this.#byName.delete(name);
    return units;
  }

  takeUnitsOfTypes(): readonly number[] {
    const units = [...this.#ofTypes];
    this.#ofTypes.clear();
    return units;
  }
}
