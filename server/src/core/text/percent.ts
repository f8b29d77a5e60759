/** What a percent-encoded text says (RFC 3986 §2.1); one with a percent sign that begins no octet stays as it is written. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
