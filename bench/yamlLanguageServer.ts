import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The server that VS Code's YAML extension brings: what a config is checked with where there is no extension of ours. */
export const YAML_SERVER = "yaml-language-server";
export const YAML_SERVER_VERSION = "2.0.0";
/** It waits so long after the last change before it looks (its `validationDelayMs`). */
export const YAML_SERVER_PAUSE_MS = 200;

const { XDG_CACHE_HOME } = process.env;
const FOLDER = join(
  XDG_CACHE_HOME ?? join(homedir(), ".cache"),
  "mailconfig-bench",
  `${YAML_SERVER}-${YAML_SERVER_VERSION}`,
);

/** @returns its program, fetched from npm the first time; `undefined` where that cannot be had */
export function yamlServer(note: (line: string) => void): string | undefined {
  const program = join(FOLDER, "node_modules", YAML_SERVER, "bin", YAML_SERVER);
  if (existsSync(program)) return program;
  try {
    mkdirSync(FOLDER, { recursive: true });
    const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefix", FOLDER];
    execFileSync("npm", ["install", ...options, `${YAML_SERVER}@${YAML_SERVER_VERSION}`], { stdio: "ignore" });
  } catch (error) {
    note(`${YAML_SERVER} could not be fetched: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
  return program;
}
