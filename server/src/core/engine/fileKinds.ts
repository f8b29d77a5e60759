import { fileNameOf } from "../text/paths.ts";
import type { SourceKind } from "./api.ts";

/** What a `db.` file may end in and still be no zone; the second list holds top-level domains: no zone if nothing stands between. */
const NO_ZONE =
  /\.(?:bak|c|cpp|css|db|go|h|html|ini|java|js|json|lock|log|mjs|php|rb|sql|sqlite3?|toml|ts|txt|xml|ya?ml)$/i;
const SHORT_NO_ZONE = /^db\.(?:cs|md|pl|py|rs|sh)$/i;

/** What a file of a workspace is, by its name alone; `undefined` for what is none of ours. */
export function kindOfFile(path: string): SourceKind | undefined {
  const name = fileNameOf(path);
  if (/^\.mailconfig\.ya?ml$/.test(name)) return "config";
  if (name === "mta-sts.txt") return "policy";
  if (/\.(?:zone|dns|bind)$/.test(name)) return "zone";
  return name.startsWith("db.") && !NO_ZONE.test(name) && !SHORT_NO_ZONE.test(name) ? "zone" : undefined;
}
