import sentences from "../../../l10n/bundle.l10n.zh-cn.json" with { type: "json" };

/** English sentence → Chinese sentence. In a bundle they are packed until this is called (`scripts/lib/lightStart.mjs`). */
export function chineseSentences(): Readonly<Record<string, string>> {
  return sentences;
}
