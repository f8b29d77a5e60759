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

/** What a template engine will replace before a server reads the file. */
const TEMPLATE_TAG = /\{\{|\{%|<%|@@/;

export function hasTemplateTag(text: string): boolean {
  return TEMPLATE_TAG.test(text);
}
