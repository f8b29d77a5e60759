import type { Finding, FindingFix } from "../../engine/finding.ts";
import type { Place } from "../answers.ts";

/** What a workspace says about one mail domain: plain data, in the user's language. */
export interface DomainReport {
  /** As people write it: `example.com`. */
  readonly domain: string;
  /** The zone file that was read; `undefined` where the workspace holds none of the domain. */
  readonly zone: string | undefined;
  readonly sections: readonly ReportSection[];
}

export type SectionId = "zone" | "mx" | "spf" | "dkim" | "dmarc" | "mta-sts" | "tls-rpt" | "bimi" | "accounts";

export interface ReportSection {
  readonly id: SectionId;
  readonly title: string;
  /** At least one. */
  readonly rows: readonly ReportRow[];
}

/**
 * `failed`: receivers reject or misread it (an error or a warning). `missing`: nothing is published. `unknown`: nobody
 * can tell from the files.
 */
export type RowState = "passed" | "failed" | "missing" | "unknown";

export interface ReportRow {
  /** Stays the same while the thing stays the same: what a view remembers its focus by. */
  readonly id: string;
  readonly state: RowState;
  /** A record's name, an account's name. */
  readonly title: string;
  /** What it says or comes to. */
  readonly text: string;
  /** The record's value or the like, as it was written. */
  readonly value: string | undefined;
  readonly place: Place | undefined;
  /** What an SPF record leads to. */
  readonly tree: readonly ReportNode[];
  readonly findings: readonly Finding[];
  /** Writes what is missing. */
  readonly fix: FindingFix | undefined;
}

export interface ReportNode {
  readonly text: string;
  readonly children: readonly ReportNode[];
}
