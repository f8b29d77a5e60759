/** A text as one word that a POSIX shell leaves as it is: nothing is special between single quotes but the quote itself. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
