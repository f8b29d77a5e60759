import { translator } from "../locale.ts";
import type { ConfigFile } from "../model/config.ts";
import type { Report, Rule } from "../rule.ts";
import { isSilenced, readSuppression, silencesOf } from "../syntax/suppression.ts";
import { LineIndex, type Range, type Span } from "../text/span.ts";
import type { ConfigSource } from "./api.ts";
import { compareFindings, LocatedFinding, type Locator } from "./fileFindings.ts";
import type { Finding, LintOptions } from "./finding.ts";
import { severityOf } from "./severity.ts";
import { cutFindings, unusedFindings } from "./wholeFile.ts";

export interface ConfigSurroundings {
  readonly rules: readonly Rule[];
  read(path: string, text: string): ConfigFile;
  /** Places in zone files that the config names. */
  readonly zones: Locator;
  now(): number;
  logError(what: string, error: unknown): void;
  changed(path: string): void;
}

/** A `.mailconfig.yaml` that is open: small, so it is read whole after each edit, when somebody asks. */
export class ConfigDocumentSource implements ConfigSource, Locator {
  readonly kind = "config";
  readonly path: string;
  #text: string;
  #lines: LineIndex | undefined;
  #file: ConfigFile | undefined;
  readonly #surroundings: ConfigSurroundings;

  constructor(path: string, content: Uint8Array | string, surroundings: ConfigSurroundings) {
    this.path = path;
    this.#text = typeof content === "string" ? content : new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
    this.#surroundings = surroundings;
  }

  get file(): ConfigFile {
    this.#file ??= this.#surroundings.read(this.path, this.#text);
    return this.#file;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.#text);
    return this.#lines;
  }

  text(): string {
    return this.#text;
  }

  edit({ start, end }: Range, newText: string): void {
    const { lines } = this;
    const from = lines.offsetAt(start);
    this.#text = this.#text.slice(0, from) + newText + this.#text.slice(Math.max(from, lines.offsetAt(end)));
    this.#lines = undefined;
    this.#file = undefined;
    this.#surroundings.changed(this.path);
  }

  /** A file that it names changed. */
  forget(): void {
    this.#file = undefined;
  }

  #line(line: number): string {
    const { lines } = this;
    return this.#text.slice(lines.offsetAt({ line, character: 0 }), lines.offsetAt({ line: line + 1, character: 0 }));
  }

  locate(at: Report["at"], span: Span): { path: string; range: Range } {
    return at ? this.#surroundings.zones.locate(at, span) : { path: this.path, range: this.lines.rangeOf(span) };
  }

  isWritten(at: Report["at"]): boolean {
    return this.#surroundings.zones.isWritten(at);
  }

  lint(options: LintOptions): Finding[] {
    const { rules, now, logError } = this.#surroundings;
    const translate = translator(options.language);
    const severities = { ...options.severities, ...this.file.severities, ...options.overrides };
    const context = { now: now(), extraTypes: new Set(options.extraTypes) };
    const { lines, file } = this;
    const comments = file.root.comments.flatMap((at) => {
      const comment = readSuppression(file.text, at);
      return comment ? [{ comment, line: lines.positionAt(at.start).line }] : [];
    });
    const silences = silencesOf(comments);
    const findings: Finding[] = [];
    for (const rule of rules) {
      if (rule.target !== "config") continue;
      try {
        // The filter above says which target it takes.
        for (const report of (rule as unknown as Rule<"config">).check(file, context)) {
          const severity = severityOf(rule.code, report.severity ?? rule.severity, severities);
          const first = lines.positionAt(report.span.start).line;
          const isSilent =
            !report.at && isSilenced(silences, rule.code, { first, last: lines.positionAt(report.span.end).line });
          if (severity !== "off" && !isSilent)
            findings.push(new LocatedFinding(rule, report, report.at, severity, this, translate));
        }
      } catch (error) {
        logError(`rule ${rule.code}`, error);
      }
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
