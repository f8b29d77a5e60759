import { freeName } from "../../../import/values.ts";
import type { ConfigFile } from "../../../model/config.ts";
import type { NewAccount } from "../../../model/configWish.ts";
import { blockLines, type YamlEntry } from "../../../syntax/yaml/write.ts";
import type { TextEdit } from "../../../text/span.ts";
import { addEntry, fillEntry, isUnfilled, pairOf, rootOf, writeAtEnd } from "./places.ts";

/** Writes accounts behind those that there are; a name that is taken gets a number. `undefined` where there is no place. */
export function addAccounts(file: ConfigFile, accounts: readonly NewAccount[]): readonly TextEdit[] | undefined {
  const { text } = file;
  const taken = new Set(file.documents.flatMap((it) => it.accounts.map(({ name }) => name)));
  const entries = accounts.map((account): YamlEntry => {
    const name = freeName(account.name, taken);
    taken.add(name);
    return [name, { entries: account.entries }];
  });
  const root = rootOf(file);
  if (root === undefined) return undefined;
  if (root === "empty") return writeAtEnd(text, ["version: 1", ...blockLines([["accounts", { entries }]])]);
  const pair = pairOf(root, "accounts");
  if (pair === undefined) return addEntry(text, root, ["accounts", { entries }]);
  if (isUnfilled(pair)) return fillEntry(text, root, pair, { entries });
  const { value } = pair;
  if (value.kind !== "mapping") return undefined;
  return entries.flatMap((it) => addEntry(text, value, it));
}
