/** Sentences one after another: a space between them, none after the full stop of Chinese. */
export function joinSentences(...sentences: readonly string[]): string {
  const shown = sentences.filter((it) => it !== "");
  return shown.reduce(
    (text, it) => (text === "" || /[\u3002\uff01\uff1f]$/.test(text) ? text + it : `${text} ${it}`),
    "",
  );
}
