import type { ConfigSource } from "../../../index.ts";
import type { Translate } from "../../../locale.ts";
import type { ConfigWish } from "../../../model/configWish.ts";
import { parseYaml } from "../../../syntax/yaml/parseYaml.ts";
import { applyEdits, type TextEdit } from "../../../text/span.ts";
import type { NotWritten, Writing } from "../../zone/writing/written.ts";
import { addAccounts } from "./addAccounts.ts";
import { addDkim, removeDkim } from "./dkimKeys.ts";

/** What a wish changes in a config: edits that leave every other byte as it is. */
export function writeIntoConfig(source: ConfigSource, wish: ConfigWish, t: Translate): Writing | NotWritten {
  const edits = editsFor(source, wish);
  if (edits === undefined || edits.length === 0 || !staysReadable(source.text(), edits)) {
    return {
      refused: t("There is no place in this file where it could be written without changing what stands there."),
    };
  }
  return {
    edits: edits.map(({ span, newText }) => ({ path: source.path, range: source.lines.rangeOf(span), newText })),
    message: messageFor(wish, t),
  };
}

function editsFor({ file }: ConfigSource, wish: ConfigWish): readonly TextEdit[] | undefined {
  if (wish.kind === "accounts") return addAccounts(file, wish.accounts);
  return wish.kind === "dkim" ? addDkim(file, wish.key) : removeDkim(file, wish.key);
}

function messageFor(wish: ConfigWish, t: Translate): string {
  if (wish.kind === "accounts") return t("Accounts that were added: {count}.", { count: wish.accounts.length });
  const { selector } = wish.key;
  if (wish.kind === "dkim") return t("The key `{selector}` was added.", { selector });
  return t("The key `{selector}` was removed.", { selector });
}

/** A file with broken places may read otherwise than it looks: what is written must not break more of it. */
function staysReadable(text: string, edits: readonly TextEdit[]): boolean {
  return parseYaml(applyEdits(text, edits)).issues.length <= parseYaml(text).issues.length;
}
