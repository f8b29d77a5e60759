import { translator } from "../locale.ts";
import type { ConfigFile } from "../model/config.ts";
import type { StsPolicyFile } from "../model/stsPolicyFile.ts";
import type { DomainName, ZoneView } from "../model/zone.ts";
import type { Report, Rule } from "../rule.ts";
import type { Parsed } from "../syntax/parsed.ts";
import { parseStsPolicy, type StsPolicy } from "../syntax/stsPolicy.ts";
import { EditableText } from "../text/editableText.ts";
import type { LineIndex, Range, Span } from "../text/span.ts";
import type { PolicySource } from "./api.ts";
import { compareFindings, LocatedFinding, type Locator } from "./fileFindings.ts";
import type { Finding, LintOptions } from "./finding.ts";
import { ruleContext } from "./ruleContext.ts";
import { severityOf } from "./severity.ts";
import { cutFindings } from "./wholeFile.ts";

/** Whom a policy file speaks for, and the zone that holds that domain's records. */
export interface PolicyDomain {
  readonly domain: DomainName | undefined;
  readonly zone: ZoneView | undefined;
}

export interface PolicySurroundings {
  readonly rules: readonly Rule[];
  configAround(path: string): ConfigFile | undefined;
  /** Asked anew for each answer: zones open and close. */
  domainOf(path: string, config: () => ConfigFile | undefined): PolicyDomain;
  /** Places in the domain's zone. */
  readonly zones: Locator;
  now(): number;
  logError(what: string, error: unknown): void;
  changed(path: string): void;
}

/** An `mta-sts.txt` that is open: a few lines, read whole after each edit, when somebody asks. */
export class PolicyDocumentSource implements PolicySource, Locator {
  readonly kind = "policy";
  readonly path: string;
  readonly #text: EditableText;
  #policy: Parsed<StsPolicy> | undefined;
  #config: { readonly file: ConfigFile | undefined } | undefined;
  readonly #surroundings: PolicySurroundings;

  constructor(path: string, content: Uint8Array | string, surroundings: PolicySurroundings) {
    this.path = path;
    this.#text = new EditableText(content);
    this.#surroundings = surroundings;
  }

  get file(): StsPolicyFile {
    this.#policy ??= parseStsPolicy(this.#text.value);
    const known = this.#surroundings.domainOf(this.path, () => this.#configAround());
    return { ...this.#policy, path: this.path, text: this.#text.value, ...known };
  }

  #configAround(): ConfigFile | undefined {
    this.#config ??= { file: this.#surroundings.configAround(this.path) };
    return this.#config.file;
  }

  /** A file that tells of its domain changed. */
  forget(): void {
    this.#config = undefined;
  }

  get lines(): LineIndex {
    return this.#text.lines;
  }

  text(): string {
    return this.#text.value;
  }

  edit(range: Range, newText: string): void {
    this.#text.edit(range, newText);
    this.#policy = undefined;
    this.#surroundings.changed(this.path);
  }

  locate(at: Report["at"], span: Span): { path: string; range: Range } {
    return at ? this.#surroundings.zones.locate(at, span) : { path: this.path, range: this.lines.rangeOf(span) };
  }

  isWritten(at: Report["at"]): boolean {
    return this.#surroundings.zones.isWritten(at);
  }

  lint(given: LintOptions): Finding[] {
    const severities = { ...given.severities, ...this.#configAround()?.severities, ...given.overrides };
    const options = { ...given, severities };
    const { rules, logError } = this.#surroundings;
    const translate = translator(options.language);
    const context = ruleContext(this.#surroundings, options);
    const { file } = this;
    const findings: Finding[] = [];
    for (const rule of rules) {
      if (rule.target !== "stsPolicy") continue;
      try {
        // The filter above says which target it takes.
        for (const report of (rule as unknown as Rule<"stsPolicy">).check(file, context)) {
          const severity = severityOf(rule.code, report.severity ?? rule.severity, options.severities);
          if (severity !== "off") findings.push(new LocatedFinding(rule, report, report.at, severity, this, translate));
        }
      } catch (error) {
        logError(`rule ${rule.code}`, error);
      }
    }
    return cutFindings(findings.sort(compareFindings), false, { path: this.path, options, rules, translate });
  }
}
