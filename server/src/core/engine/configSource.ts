import { translator } from "../locale.ts";
import type { ConfigFile } from "../model/config.ts";
import type { Report, Rule } from "../rule.ts";
import { isSilenced, silencesOf } from "../syntax/suppression.ts";
import { EditableText } from "../text/editableText.ts";
import type { Excerpt } from "../text/excerpt.ts";
import type { LineIndex, Range, Span } from "../text/span.ts";
import type { ConfigSource } from "./api.ts";
import { ConfigJudge } from "./configJudge.ts";
import { compareFindings, LocatedFinding, type Locator } from "./fileFindings.ts";
import type { Finding, LintOptions } from "./finding.ts";
import { ruleContext } from "./ruleContext.ts";
import { severityOf } from "./severity.ts";
import { cutFindings, unusedFindings } from "./wholeFile.ts";

export interface ConfigSurroundings {
  readonly rules: readonly Rule[];
  read(path: string, text: string): ConfigFile;
  /** The same, but no file that it names is read, except zones. */
  readPart(path: string, text: string): ConfigFile;
  /** Places in zone files that the config names. */
  readonly zones: Locator;
  now(): number;
  logError(what: string, error: unknown): void;
  changed(path: string): void;
}

/** A `.mailconfig.yaml` that is open. Its findings cost what an edit touches; all else reads it whole, when somebody asks. */
export class ConfigDocumentSource implements ConfigSource {
  readonly kind = "config";
  readonly path: string;
  readonly #text: EditableText;
  #file: ConfigFile | undefined;
  readonly #surroundings: ConfigSurroundings;
  readonly #judge: ConfigJudge;

  constructor(path: string, content: Uint8Array | string, surroundings: ConfigSurroundings) {
    this.path = path;
    this.#text = new EditableText(content);
    this.#surroundings = surroundings;
    this.#judge = new ConfigJudge({
      rules: surroundings.rules,
      read: (text) => surroundings.read(path, text),
      readPart: (text) => surroundings.readPart(path, text),
      logError: surroundings.logError,
    });
  }

  get file(): ConfigFile {
    this.#file ??= this.#surroundings.read(this.path, this.#text.value);
    return this.#file;
  }

  /** The file without its accounts, where that can be had: for its zones and rules, which a keystroke seldom changes. */
  get frame(): ConfigFile {
    return this.#judge.frameOf(this.#text.value) ?? this.file;
  }

  get lines(): LineIndex {
    return this.#text.lines;
  }

  text(): string {
    return this.#text.value;
  }

  edit(range: Range, newText: string): void {
    this.#text.edit(range, newText);
    this.#file = undefined;
    this.#surroundings.changed(this.path);
  }

  /** A file that it names changed. */
  forget(): void {
    this.#file = undefined;
    this.#judge.forget();
  }

  #line(line: number): string {
    const { lines, value } = this.#text;
    return value.slice(lines.offsetAt({ line, character: 0 }), lines.offsetAt({ line: line + 1, character: 0 }));
  }

  locate(at: Report["at"], span: Span): { path: string; range: Range } {
    return at ? this.#surroundings.zones.locate(at, span) : { path: this.path, range: this.lines.rangeOf(span) };
  }

  #locatorOf(excerpt: Excerpt): Locator {
    return {
      locate: (at, span) => this.locate(at, at ? span : excerpt.toText(span)),
      isWritten: (at) => this.#surroundings.zones.isWritten(at),
    };
  }

  lint(options: LintOptions): Finding[] {
    const { rules } = this.#surroundings;
    const { lines } = this;
    const translate = translator(options.language);
    const context = ruleContext(this.#surroundings, options);
    const judged = this.#judge.judge(this.#text.value, () => this.file, context);
    const severities = { ...options.severities, ...judged.severities, ...options.overrides };
    const silences = silencesOf(
      judged.comments.map((comment) => ({ comment, line: lines.positionAt(comment.span.start).line })),
    );
    const findings: Finding[] = [];
    for (const { rule, report, excerpt } of judged.reports) {
      const severity = severityOf(rule.code, report.severity ?? rule.severity, severities);
      const { start, end } = lines.rangeOf(excerpt.toText(report.span));
      const isSilent = !report.at && isSilenced(silences, rule.code, { first: start.line, last: end.line });
      if (severity !== "off" && !isSilent)
        findings.push(new LocatedFinding(rule, report, report.at, severity, this.#locatorOf(excerpt), translate));
    }
    findings.push(
      ...unusedFindings({
        path: this.path,
        silences,
        rangeOf: (_, at) => lines.rangeOf(at),
        lineAt: (line) => this.#line(line),
        options: { ...options, severities },
        rules,
        translate,
      }),
    );
    return cutFindings(findings.sort(compareFindings), false, { path: this.path, options, rules, translate });
  }
}
