import { readFile } from "node:fs/promises";
import type { Rule } from "../../server/src/core/rule.ts";

const SETTING = "mailconfig.rules";
const SEVERITIES = ["error", "warning", "info", "hint", "off"];

interface Setting {
  readonly type: string;
  properties?: Record<string, unknown>;
  patternProperties?: Record<string, unknown>;
  additionalProperties?: boolean;
}

interface Manifest {
  readonly contributes?: {
    readonly configuration?: Section | readonly Section[];
  };
}

interface Section {
  readonly properties?: Readonly<Record<string, Setting>>;
}

/**
 * The manifest and its two lists of texts with one entry a rule below the setting `mailconfig.rules`; the rest of these
 * files is written by hand. Nothing where the manifest has no such setting.
 *
 * @param chinese translations of English sentences
 */
export async function manifestFiles(
  rules: readonly Rule[],
  chinese: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const manifest: Manifest = JSON.parse(await readFile("package.json", "utf8"));
  const setting = settingOf(manifest);
  if (setting === undefined) return new Map();
  const severity = { type: "string", enum: SEVERITIES };
  setting.properties = Object.fromEntries(
    rules.map(({ code, severity: usual }) => [code, { ...severity, default: usual, description: `%${keyOf(code)}%` }]),
  );
  setting.patternProperties = { "^[a-z-]+/\\*$": severity };
  setting.additionalProperties = false;
  return new Map([
    ["package.json", toJson(manifest)],
    ["package.nls.json", await texts("package.nls.json", rules, ({ summary }) => summary)],
    [
      "package.nls.zh-cn.json",
      await texts("package.nls.zh-cn.json", rules, ({ summary }) => chinese.get(summary) ?? summary),
    ],
  ]);
}

function settingOf({ contributes }: Manifest): Setting | undefined {
  const sections = [contributes?.configuration ?? []].flat();
  return sections.map(({ properties }) => properties?.[SETTING]).find((setting) => setting !== undefined);
}

async function texts(path: string, rules: readonly Rule[], textOf: (rule: Rule) => string): Promise<string> {
  const written: Record<string, string> = JSON.parse(await readFile(path, "utf8").catch(() => "{}"));
  const byHand = Object.entries(written).filter(([key]) => !key.startsWith(keyOf("")));
  const generated = rules.map((rule) => [keyOf(rule.code), textOf(rule)]);
  return toJson(Object.fromEntries([...byHand, ...generated]));
}

function keyOf(code: string): string {
  return `rule.${code}`;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
