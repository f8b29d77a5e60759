import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import type { Row } from "./figures.ts";
import { hasProgram } from "./processes.ts";
import { YAML_SERVER, YAML_SERVER_VERSION } from "./yamlLanguageServer.ts";

/** What the table goes between in the README. */
const MARKERS = ["<!-- bench -->", "<!-- /bench -->"] as const;

/** One Markdown table, and what it was measured on. */
export function tableOf(rows: readonly Row[]): string {
  const [head, rule, ...body] = [["work", "budget", "seen"], ["---", "---", "---"], ...rows].map(
    (cells) => `| ${cells.map((it) => it.replaceAll("|", "\\|")).join(" | ")} |`,
  );
  return [machine(), "", head, rule, ...body].join("\n");
}

function machine(): string {
  const cores = cpus();
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  const load = `load ${loadavg()[0]?.toFixed(1)}`;
  return [
    `${cores[0]?.model.trim() ?? "?"}, ${cores.length} cores, ${memory}, ${process.platform}, ${load}`,
    [`Node ${process.versions.node}`, ...checkerVersions(), `${YAML_SERVER} ${YAML_SERVER_VERSION}`].join(", "),
  ].join("; ");
}

function checkerVersions(): string[] {
  const asked = [
    ["kzonecheck", "--version"],
    ["named-checkzone", "-v"],
  ] as const;
  return asked.flatMap(([program, option]) => {
    if (!hasProgram(program)) return [];
    const { stdout } = spawnSync(program, [option], { encoding: "utf8" });
    return `${program} ${/\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? "?"}`;
  });
}

/** Writes the table between the markers of a file. */
export function writeTable(file: string, table: string): void {
  const text = readFileSync(file, "utf8");
  const [from, to] = MARKERS.map((it) => text.indexOf(it));
  if (from === undefined || to === undefined || from < 0 || to < from)
    throw new Error(`${file} lacks ${MARKERS.join(" … ")}`);
  writeFileSync(file, `${text.slice(0, from + MARKERS[0].length)}\n${table}\n${text.slice(to)}`);
}
