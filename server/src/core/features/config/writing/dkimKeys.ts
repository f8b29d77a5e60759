import type { ConfigFile } from "../../../model/config.ts";
import type { DkimEntry } from "../../../model/configWish.ts";
import { appendItem, insertBlock, insertKey, removeItem, removeKey } from "../../../syntax/yaml/edits.ts";
import { flowText, writeText } from "../../../syntax/yaml/write.ts";
import { edit, type TextEdit } from "../../../text/span.ts";
import { isUnfilled, pairOf, rootOf, writeAtEnd } from "./places.ts";

/** Writes one more entry of `dkim:`; `undefined` where there is no place for it. */
export function addDkim(
  file: ConfigFile,
  { domain, selector, privateKeyFile }: DkimEntry,
): readonly TextEdit[] | undefined {
  const { text } = file;
  const item = flowText([
    ["domain", writeText(domain)],
    ["selector", writeText(selector)],
    ["privateKeyFile", writeText(privateKeyFile)],
  ]);
  const root = rootOf(file);
  if (root === undefined) return undefined;
  const lines = ["dkim:", `  - ${item}`];
  if (root === "empty") return writeAtEnd(text, ["version: 1", ...lines]);
  const pair = pairOf(root, "dkim");
  if (pair === undefined)
    return root.isFlow ? insertKey(text, root, "dkim", `[ ${item} ]`) : insertBlock(text, root, lines);
  if (isUnfilled(pair)) return [edit(pair.value.span.start, pair.value.span.end, ` [ ${item} ]`)];
  return pair.value.kind === "sequence" ? appendItem(text, pair.value, item) : undefined;
}

/** Takes the entry of a key out; with the last one the key `dkim` goes. */
export function removeDkim(
  file: ConfigFile,
  { domain, selector }: Pick<DkimEntry, "domain" | "selector">,
): readonly TextEdit[] | undefined {
  const root = rootOf(file);
  const pair = root === undefined || root === "empty" ? undefined : pairOf(root, "dkim");
  if (root === undefined || root === "empty" || pair?.value.kind !== "sequence") return undefined;
  const { value: sequence } = pair;
  const entry = file.documents[0]?.dkim.find(
    (it) =>
      it.selector?.value === selector && it.domain?.value.toLowerCase().replace(/\.$/, "") === domain.toLowerCase(),
  );
  const item = sequence.items.find((it) => it.span === entry?.span);
  if (item === undefined) return undefined;
  return sequence.items.length === 1 ? removeKey(file.text, root, pair) : removeItem(file.text, sequence, item);
}
