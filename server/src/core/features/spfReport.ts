import type { Translate } from "../locale.ts";
import { shownName } from "../model/domainName.ts";
import { spfRecordsAt, zoneSource } from "../model/spfPolicy.ts";
import { type SpfNode, type SpfProblem, type SpfTree, spfTree } from "../model/spfTree.ts";
import { textOf } from "../model/txtValue.ts";
import type { DomainName, ZoneRecord, ZoneView } from "../model/zone.ts";
import { parseSpf } from "../syntax/spf.ts";
import type { ReportNode } from "./report/report.ts";

/**
 * The tree of lookups behind a name's SPF record, a line for each term, included records indented; the last line sums
 * up. What lies outside the zone is counted as one lookup and marked.
 */
export function spfReport(zone: ZoneView, owner: DomainName, t: Translate): readonly string[] {
  const [record] = spfRecordsAt(zone, owner);
  if (!record) return [t("There is no SPF record at {name} in this zone.", { name: shownName(owner) })];
  return treeReport(spfTree(owner, parseSpf(textOf(record)).root, zoneSource(zone)), t);
}

/** The same for a tree that was made otherwise. */
export function treeReport(tree: SpfTree, t: Translate): readonly string[] {
  return [shownName(tree.owner), ...lines(tree, 1, t), summary(tree, t)];
}

/** The same as a tree, for a record of the zone. */
export function spfOutline(zone: ZoneView, record: ZoneRecord, t: Translate): readonly ReportNode[] {
  const outline = ({ nodes }: SpfTree): readonly ReportNode[] =>
    nodes.map((node) => ({
      text: `${node.term.text}${remark(node, t)}`,
      children: node.child ? outline(node.child) : [],
    }));
  return outline(spfTree(record.owner, parseSpf(textOf(record)).root, zoneSource(zone)));
}

function lines(tree: SpfTree, depth: number, t: Translate): string[] {
  return tree.nodes.flatMap((node) => {
    const line = `${"  ".repeat(depth)}${node.term.text}${remark(node, t)}`;
    return [line, ...(node.child ? lines(node.child, depth + 1, t) : [])];
  });
}

function remark(node: SpfNode, t: Translate): string {
  if (node.lookups === 0) return "";
  const count = node.lookups === 1 ? t("1 lookup") : t("{count} lookups", { count: node.lookups });
  const note = node.problem
    ? problemText(node.problem, t)
    : node.isComplete || node.child
      ? undefined
      : t("outside this zone");
  return ` (${[count, ...(note === undefined ? [] : [note])].join("; ")})`;
}

function problemText(problem: SpfProblem, t: Translate): string {
  switch (problem) {
    case "loop":
      return t("leads back to a record above");
    case "none":
      return t("no SPF record there");
    case "several":
      return t("several SPF records there");
    case "manyHosts":
      return t("more than 10 hosts");
    case "void":
      return t("finds nothing");
  }
}

function summary({ lookups, voidLookups, isComplete }: SpfTree, t: Translate): string {
  const values = { lookups, voids: voidLookups };
  if (isComplete) return t("{lookups} of 10 lookups, {voids} of 2 that find nothing.", values);
  return t("At least {lookups} of 10 lookups, and {voids} of 2 that find nothing.", values);
}
