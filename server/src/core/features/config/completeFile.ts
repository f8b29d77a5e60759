import { kindOfFile } from "../../engine/fileKinds.ts";
import type { ConfigFile } from "../../model/config.ts";
import type { Path } from "../../syntax/yaml/cursorContext.ts";

/** Files that may stand behind a key that wants one, the likeliest first. */
export function completeFile(file: ConfigFile, path: Path): readonly string[] {
  const key = path.at(-1);
  if (path[0] === "zones") return typeof key === "string" ? zoneFilesFor(file, key) : [];
  if (key !== "caFile") return file.filesBelow((name) => /\.(?:pem|key|p8)$/i.test(name));
  // A `.pem` may as well be a key.
  const certificates = file.filesBelow((name) => /\.(?:crt|cer)$/i.test(name));
  return [...certificates, ...file.filesBelow((name) => /\.pem$/i.test(name))];
}

/** All zone files, those first that bear the domain in their name. */
export function zoneFilesFor(file: ConfigFile, domain: string): readonly string[] {
  const files = file.filesBelow((name) => kindOfFile(name) === "zone");
  const bears = (it: string) =>
    it
      .slice(it.lastIndexOf("/") + 1)
      .toLowerCase()
      .includes(domain.toLowerCase());
  return [...files.filter(bears), ...files.filter((it) => !bears(it))];
}
