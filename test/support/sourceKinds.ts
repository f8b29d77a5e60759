import type { SourceKind } from "../../server/src/core/engine/api.ts";
import type { Rule } from "../../server/src/core/rule.ts";

/** What the tests call a file of each kind. */
export const PATHS: Readonly<Record<SourceKind, string>> = {
  zone: "test",
  config: ".mailconfig.yaml",
  policy: "mta-sts.txt",
};

/** The kind of file that a rule looks at. */
export function kindOfRule({ target }: Pick<Rule, "target">): SourceKind {
  if (target === "config") return "config";
  return target === "stsPolicy" ? "policy" : "zone";
}

/** The kind of a file, by its name. */
export function kindOfPath(path: string): SourceKind {
  if (/\.ya?ml$/.test(path)) return "config";
  return path.endsWith("mta-sts.txt") ? "policy" : "zone";
}
