import type { FileEdit } from "../../engine/finding.ts";
import type { ConfigSource, Engine } from "../../index.ts";
import type { Setting } from "../../model/config.ts";
import { setScalar } from "../../syntax/yaml/edits.ts";
import { referenceTo } from "../../text/paths.ts";
import { afterRenames, type FileRename } from "../fileRenames.ts";

/** What the configs of the workspace have to write when files or folders are renamed: zones, keys, certificates. */
export function editsForRenames({ project }: Engine, renames: readonly FileRename[]): readonly FileEdit[] {
  return project.configs().flatMap((config) => editsOf(config, renames));
}

function editsOf(config: ConfigSource, renames: readonly FileRename[]): FileEdit[] {
  const { file, path } = config;
  const edits = new Map<number, FileEdit[]>();
  for (const { node } of pathSettings(config)) {
    // An alias or a merge key shows the same text again.
    if (node.kind !== "scalar" || edits.has(node.span.start)) continue;
    const target = file.resolve(node.value);
    if (target === undefined) continue;
    const [newPath, newTarget] = [afterRenames(path, renames), afterRenames(target, renames)];
    if (newPath === path && newTarget === target) continue;
    const reference = referenceTo(newPath, newTarget);
    if (reference === undefined || reference === referenceTo(path, target)) continue;
    const changes = setScalar(file.text, node, reference);
    edits.set(
      node.span.start,
      changes.map(({ span, newText }) => ({ path, range: config.lines.rangeOf(span), newText })),
    );
  }
  return [...edits.values()].flat();
}

/** The values of a config that name files. */
export function pathSettings({ file }: ConfigSource): readonly Setting[] {
  return file.documents.flatMap(({ settings }) =>
    settings.filter(
      ({ type, node }) =>
        type?.kind === "text" && type.format === "path" && node.kind === "scalar" && !node.value.includes("${"),
    ),
  );
}
