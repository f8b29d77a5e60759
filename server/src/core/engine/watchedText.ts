import type { DomainName, Policy, PolicyKind, TxtRecord, Written, ZoneRecord, ZoneView } from "../model/zone.ts";
import type { Parsed, SyntaxIssue } from "../syntax/parsed.ts";
import type { MappedText } from "../text/mappedText.ts";
import type { Span } from "../text/span.ts";
import type { EntryText } from "./entryText.ts";
import type { ReadEntry } from "./zoneEntries.ts";

/** Notices when a rule looks at more than a text's data: such a rule has to be run on every record of that data. */
export class Watch {
  isTripped = false;
}

/** A record whose type and data are free to look at; what differs from record to record of the same data trips the watch. */
class WatchedRecord implements ZoneRecord {
  readonly kind = "record";
  readonly #record: ReadEntry & ZoneRecord;
  readonly #watch: Watch;

  constructor(record: ReadEntry & ZoneRecord, watch: Watch) {
    this.#record = record;
    this.#watch = watch;
  }

  get #tripped(): ReadEntry & ZoneRecord {
    this.#watch.isTripped = true;
    return this.#record;
  }

  get id(): number {
    return this.#record.id;
  }

  get source(): EntryText {
    return this.#record.source;
  }

  get type(): number {
    return this.#record.type;
  }

  get typeName(): string {
    return this.#record.typeName;
  }

  get fields(): ZoneRecord["fields"] {
    return this.#record.fields;
  }

  get comments(): readonly Span[] {
    return this.#record.comments;
  }

  get path(): string {
    return this.#tripped.path;
  }

  get text(): string {
    return this.#tripped.text;
  }

  get span(): Span {
    return this.#tripped.span;
  }

  get origin(): DomainName {
    return this.#tripped.origin;
  }

  get issues(): readonly SyntaxIssue[] {
    return this.#tripped.issues;
  }

  get zone(): ZoneView {
    return this.#tripped.zone;
  }

  get owner(): DomainName {
    return this.#tripped.owner;
  }

  get ownerField(): Written | undefined {
    return this.#tripped.ownerField;
  }

  get ttl(): number | undefined {
    return this.#tripped.ttl;
  }

  get ttlField(): Written | undefined {
    return this.#tripped.ttlField;
  }

  get classField(): Written | undefined {
    return this.#tripped.classField;
  }

  get typeField(): Written | undefined {
    return this.#tripped.typeField;
  }
}

export class WatchedTxt implements TxtRecord {
  readonly text: MappedText;
  readonly strings: TxtRecord["strings"];
  readonly policy: PolicyKind | undefined;
  readonly record: ZoneRecord;
  readonly watch: Watch;
  readonly #zone: ZoneView;

  constructor(txt: TxtRecord, record: ReadEntry & ZoneRecord) {
    this.watch = new Watch();
    this.text = txt.text;
    this.strings = txt.strings;
    this.policy = txt.policy;
    this.record = new WatchedRecord(record, this.watch);
    this.#zone = txt.zone;
  }

  get zone(): ZoneView {
    this.watch.isTripped = true;
    return this.#zone;
  }
}

export class WatchedPolicy extends WatchedTxt implements Policy<unknown> {
  readonly root: unknown;
  readonly issues: readonly SyntaxIssue[];

  constructor(txt: TxtRecord, record: ReadEntry & ZoneRecord, { root, issues }: Parsed<unknown>) {
    super(txt, record);
    this.root = root;
    this.issues = issues;
  }
}
