import type { ConfigFile } from "../model/config.ts";
import type { Report, Rule, RuleContext } from "../rule.ts";
import { readSuppression, type SuppressionComment } from "../syntax/suppression.ts";
import { Excerpt } from "../text/excerpt.ts";
import { type Span, span } from "../text/span.ts";
import { type ConfigPieces, splitConfig } from "./configPieces.ts";

/** What the rules say of a config. */
export interface ConfigReports {
  readonly reports: readonly PlacedReport[];
  /** In the order of the text, in which they count. */
  readonly comments: readonly SuppressionComment[];
  readonly severities: ConfigFile["severities"];
}

export interface PlacedReport {
  readonly rule: Rule;
  readonly report: Report;
  /** What the spans of the report count in. */
  readonly excerpt: Excerpt;
}

export interface ConfigReaders {
  readonly rules: readonly Rule[];
  read(text: string): ConfigFile;
  /** The same without the files that it names: what is said of those is said once, of the frame. */
  readPart(text: string): ConfigFile;
  logError(what: string, error: unknown): void;
}

/** What the rules said of a text; all spans count in it. */
interface Judged {
  readonly reports: readonly { readonly rule: Rule; readonly report: Report }[];
  readonly comments: readonly SuppressionComment[];
}

interface JudgedGroup extends Judged {
  /** Where it stood in the frame. */
  readonly at: number;
}

/**
 * Runs the rules over a config: over its frame, then over each group of accounts within the frame, as if the file had no
 * others. What they said of a group stays known until the group or the frame changes, so that a keystroke costs the group
 * it falls into. It rests on this: what a config rule says of an account depends on the account, on what stands outside of
 * accounts, and on zones. A file that cannot be parted is judged as a whole.
 */
export class ConfigJudge {
  readonly #readers: ConfigReaders;
  readonly #rules: readonly Rule<"config">[];
  readonly #split: typeof splitConfig;
  #parted: { readonly text: string; readonly pieces: ConfigPieces | undefined } | undefined;
  #frame: { readonly text: string; readonly file: ConfigFile } | undefined;
  #groups: ReadonlyMap<string, JudgedGroup> = new Map();

  constructor(readers: ConfigReaders, split = splitConfig) {
    this.#readers = readers;
    this.#split = split;
    // The filter says which target they take.
    this.#rules = readers.rules.filter(({ target }) => target === "config") as unknown as Rule<"config">[];
  }

  /** @param whole reads the text, where all of it has to be judged together */
  judge(text: string, whole: () => ConfigFile, context: RuleContext): ConfigReports {
    const pieces = this.#piecesOf(text);
    return pieces ? this.#judgePieces(text, pieces, context) : this.#judgeWhole(whole(), context);
  }

  /** What stands outside of accounts, read; its spans count in a text of its own. `undefined` where it cannot be told apart. */
  frameOf(text: string): ConfigFile | undefined {
    const pieces = this.#piecesOf(text);
    return pieces && this.#readFrame(new Excerpt(text, pieces.frame));
  }

  #piecesOf(text: string): ConfigPieces | undefined {
    if (this.#parted?.text !== text) this.#parted = { text, pieces: this.#split(text) };
    return this.#parted.pieces;
  }

  #readFrame({ text }: Excerpt): ConfigFile {
    if (this.#frame?.text === text) return this.#frame.file;
    this.#groups = new Map();
    this.#frame = { text, file: this.#readers.read(text) };
    return this.#frame.file;
  }

  /** A file that the config names changed. */
  forget(): void {
    this.#frame = undefined;
    this.#groups = new Map();
  }

  #judgeWhole(file: ConfigFile, context: RuleContext): ConfigReports {
    const excerpt = new Excerpt(file.text, [span(0, file.text.length)]);
    const { reports, comments } = this.#run(file, context);
    return { reports: reports.map((it) => ({ ...it, excerpt })), comments, severities: file.severities };
  }

  #judgePieces(text: string, { frame, groups }: ConfigPieces, context: RuleContext): ConfigReports {
    const around = new Excerpt(text, frame);
    const file = this.#readFrame(around);
    const merged = new MergedReports();
    // Never remembered: key files may change without a word.
    merged.add(this.#run(file, context), around);
    const known = new Map<string, JudgedGroup>();
    for (const place of groups) {
      const own = text.slice(place.start, place.end);
      const before = this.#groups.get(own);
      const at = lengthBefore(frame, place.start);
      const group = before?.at === at ? before : this.#judgeGroup(text, frame, place, at, context);
      known.set(own, group);
      if (group.reports.length > 0 || group.comments.length > 0)
        merged.add(group, new Excerpt(text, within(frame, place)), place);
    }
    this.#groups = known;
    return merged.finish(file.severities);
  }

  #judgeGroup(text: string, frame: readonly Span[], place: Span, at: number, context: RuleContext): JudgedGroup {
    const { text: part } = new Excerpt(text, within(frame, place));
    return { at, ...this.#run(this.#readers.readPart(part), context) };
  }

  #run(file: ConfigFile, context: RuleContext): Judged {
    const reports: { rule: Rule; report: Report }[] = [];
    for (const rule of this.#rules) {
      try {
        for (const report of rule.check(file, context)) reports.push({ rule: rule as unknown as Rule, report });
      } catch (error) {
        this.#readers.logError(`rule ${rule.code}`, error);
      }
    }
    return { reports, comments: file.root.comments.flatMap((at) => readSuppression(file.text, at) ?? []) };
  }
}

/** The frame with one group in its place. */
function within(frame: readonly Span[], group: Span): Span[] {
  return [...frame, group].sort((a, b) => a.start - b.start);
}

function lengthBefore(frame: readonly Span[], offset: number): number {
  return frame.reduce((sum, { start, end }) => (start < offset ? sum + end - start : sum), 0);
}

/** Puts together what was said of the frame alone and of the frame with each group, once each. */
class MergedReports {
  readonly #reports: PlacedReport[] = [];
  readonly #comments: SuppressionComment[] = [];
  readonly #said = new Set<string>();

  /** @param place of the group; without it all comments are taken */
  add({ reports, comments }: Judged, excerpt: Excerpt, place?: Span): void {
    for (const { rule, report } of reports) {
      const key = keyOf(rule, report, excerpt);
      if (!this.#said.has(key)) this.#reports.push({ rule, report, excerpt });
      this.#said.add(key);
    }
    for (const comment of comments) {
      const at = excerpt.toText(comment.span);
      if (place && (at.start < place.start || at.start >= place.end)) continue;
      const codes = comment.codes.map((it) => ({ ...it, span: excerpt.toText(it.span) }));
      this.#comments.push({ ...comment, codes, span: at });
    }
  }

  finish(severities: ConfigReports["severities"]): ConfigReports {
    const comments = this.#comments.sort((a, b) => a.span.start - b.span.start);
    return { reports: this.#reports, comments, severities };
  }
}

function keyOf({ code }: Rule, { message, span: own, at }: Report, excerpt: Excerpt): string {
  const { start, end } = at ? own : excerpt.toText(own);
  return `${code} ${message} ${at ? `${at.path} ${at.text}` : ""} ${start} ${end}`;
}
