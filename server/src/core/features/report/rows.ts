import type { Finding } from "../../engine/finding.ts";
import type { ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import { addText } from "../../model/crossZone.ts";
import { shownName } from "../../model/domainName.ts";
import { dataSpan } from "../../model/policyRecord.ts";
import type { DomainName, ZoneRecord } from "../../model/zone.ts";
import { isTouching, type Range } from "../../text/span.ts";
import type { ReportRow, RowState } from "./report.ts";

/** The most that is shown of a value: a key of 4096 bits is longer. */
const LONGEST_VALUE = 400;

/** Findings that no row has claimed yet; each is shown once. */
export class OpenFindings {
  readonly #left: Set<Finding>;

  constructor(findings: readonly Finding[]) {
    this.#left = new Set(findings);
  }

  /** Those that touch a range of a file. */
  in(path: string, range: Range): readonly Finding[] {
    return this.#take((it) => it.path === path && isTouching(it.range, range));
  }

  /** Those of some groups of rules, or of single rules. */
  of(codes: readonly string[], isWanted: (finding: Finding) => boolean = () => true): readonly Finding[] {
    return this.#take((it) => codes.some((code) => it.code === code || it.code.startsWith(`${code}/`)) && isWanted(it));
  }

  /** All of a file that are left. */
  ofFile(path: string): readonly Finding[] {
    return this.#take((it) => it.path === path);
  }

  #take(isWanted: (finding: Finding) => boolean): readonly Finding[] {
    const taken = [...this.#left].filter(isWanted);
    for (const it of taken) this.#left.delete(it);
    return taken;
  }
}

/** What is the same in all rows, left out where they are made. */
export function row(
  given: Pick<ReportRow, "id" | "title"> & Partial<ReportRow> & { readonly state?: RowState },
): ReportRow {
  const { findings = [] } = given;
  const state = given.state ?? stateOf(findings);
  return { text: "", value: undefined, place: undefined, tree: [], fix: undefined, ...given, state, findings };
}

export function stateOf(findings: readonly Finding[]): RowState {
  return findings.some(({ severity }) => severity === "error" || severity === "warning") ? "failed" : "passed";
}

/** Adds findings to a row, which may fail it; where they can write what is missing, the row need not. */
export function withFindings(given: ReportRow, findings: readonly Finding[]): ReportRow {
  if (findings.length === 0) return given;
  const all = [...given.findings, ...findings];
  const fix = all.some(({ fixes }) => fixes.length > 0) ? undefined : given.fix;
  return { ...given, findings: all, fix, state: given.state === "passed" ? stateOf(all) : given.state };
}

/** As much of a value as a report shows. */
export function shownValue(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** The row of a record: where it stands, what it says, what is wrong with it. */
export function recordRow(
  zone: ZoneSource,
  record: ZoneRecord,
  open: OpenFindings,
  more: Partial<ReportRow> = {},
): ReportRow {
  const range = zone.rangeOf(record, record.span);
  const { path, fields, typeName } = record;
  const written = fields.map(({ value }) => value.value).join(typeName === "TXT" ? "" : " ");
  return row({
    id: `${record.owner} ${typeName} ${written.slice(0, 60)}`,
    title: shownName(record.owner),
    value: shownValue(written),
    place: { path, range: zone.rangeOf(record, record.ownerField?.span ?? dataSpan(record)) },
    findings: open.in(path, range),
    ...more,
  });
}

/** Writes a TXT record into the zone; nothing where the zone has no place for it. */
export function writeText(zone: ZoneSource, owner: DomainName, value: string, t: Translate): ReportRow["fix"] {
  const edits = addText(zone.view, owner, value).flatMap(({ at, span, newText }) =>
    at ? [{ path: at.path, range: zone.rangeOf(at, span), newText }] : [],
  );
  const title = t("Write `{name}` into the zone", { name: shownName(owner) });
  return edits.length === 0 ? undefined : { kind: "suggestion", title, edits };
}
