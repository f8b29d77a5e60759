/** For text and for attributes in double quotes; characters that XML 1.0 forbids become a blank (§2.2). */
export function xmlText(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r\x7F-\x9F]|[\uFFFE\uFFFF]|\p{Cs}/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
