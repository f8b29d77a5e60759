/** Names that exporters and servers write where they do not know the real one, without the final dot. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  // Cloudflare's zone export.
  "replace&me$with^your@nameserver",
  "example.invalid",
  // PowerDNS' old and new default SOA.
  "a.misconfigured.powerdns.server",
  "a.misconfigured.dns.server.invalid",
]);

/** Whether a name as written is such a placeholder; rules about the name have nothing to say then. */
export function isPlaceholderName(written: string): boolean {
  return PLACEHOLDERS.has(written.toLowerCase().replace(/\.$/, ""));
}

/**
 * What a template engine will replace before a server reads the file: `{{ … }}`, `{% … %}`, `<% … %>`, `@@NAME@@`, the
 * `${name}` of shells and Terraform (no `${0,2,x}` of `$GENERATE`), `@NAME@` of autoconf, `%name%` of cPanel (no octets of
 * a URL, `%c3%bc`), `|NAME|` of DirectAdmin, `__NAME__` and `[[name]]` of scripts, and outside of quotes and comments the
 * `{name}` of Python (no `%{i}` of SPF).
 */
const TEMPLATE_TAG =
  /\{\{|\{%|<%|@@[A-Za-z_][\w.-]*@@|\$\{[A-Za-z_]|@[A-Z][A-Z\d_]+@|%(?![\da-f]{2})[a-z][a-z\d_]+%|%(?![\dA-F]{2}%)[A-Z][A-Z\d_]+%|\|[A-Z][A-Z\d_]+\||__[A-Z][A-Z\d_]*__|\[\[ ?[A-Za-z_]/;
const BRACED_TAG = /(?<![%$])\{[a-z_][a-z\d_.]*\}/;

export function hasTemplateTag(text: string): boolean {
  return templateTagAt(text) >= 0;
}

/** Where the first tag of a text begins, -1 without one. */
export function templateTagAt(text: string): number {
  const places = [text.search(TEMPLATE_TAG), bracedTagAt(text)].filter((it) => it >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

function bracedTagAt(text: string): number {
  if (!text.includes("{")) return -1;
  for (const { 0: bare, index } of text.matchAll(/^[^;"\n]*/gm)) {
    const at = bare.search(BRACED_TAG);
    if (at >= 0) return index + at;
  }
  return -1;
}

/** A tag that stands for no value: records may be alternatives. */
export function hasBlockTag(text: string): boolean {
  return /\{%|<%(?!=)/.test(text);
}
