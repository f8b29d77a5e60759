import { grown } from "./names.ts";

/** Entries as columns: an entry is a number, stable while it lives; 57 bytes each, no objects. */
export class EntryColumns {
  size = 0;
  free: number[] = [];
  /** Offset in its chunk. */
  start: Int32Array;
  length: Int32Array;
  /** Number of the chunk. */
  chunk: Int32Array;
  type: Int32Array;
  /** The scanner's status in the low bits, then POLICY, TEMPLATE, SUSPECT and CLEAN. */
  flags: Uint16Array;
  /** As given, else the state's (see State.ttl). */
  ttl: Int32Array;
  /** The state after the entry. `owner` is a record's own as well. */
  owner: Int32Array;
  origin: Int32Array;
  ttlState: Int32Array;
  hash: Int32Array;
  target: Int32Array;
  /** Entries of one owner, and entries that point at one name: lists through the columns. */
  next: Int32Array;
  previous: Int32Array;
  nextReference: Int32Array;
  previousReference: Int32Array;

  /** Of a TXT, which points at nothing: the number of its text (see `TextTable`), -1 without one. */
  get text(): Int32Array {
    return this.nextReference;
  }

  constructor(capacity: number) {
    const column = () => new Int32Array(capacity);
    this.start = column();
    this.length = column();
    this.chunk = column();
    this.type = column();
    this.flags = new Uint16Array(capacity);
    this.ttl = column();
    this.owner = column();
    this.origin = column();
    this.ttlState = column();
    this.hash = column();
    this.target = column();
    this.next = column();
    this.previous = column();
    this.nextReference = column();
    this.previousReference = column();
  }

  allocate(): number {
    const reused = this.free.pop();
    if (reused !== undefined) return reused;
    if (this.size === this.start.length) this.#grow();
    return this.size++;
  }

  #grow(): void {
    for (const [name, column] of Object.entries(this)) {
      if (column instanceof Int32Array || column instanceof Uint16Array) Object.assign(this, { [name]: grown(column) });
    }
  }
}
