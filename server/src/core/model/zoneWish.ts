/** What a command asks to be written into a zone. */
export type ZoneWish =
  /** The senders of another domain may send: its name, without a final dot. */
  | { readonly kind: "spf"; readonly include: string }
  /** `reportTo` is a mail address, or `""` for no reports. */
  | { readonly kind: "dmarc"; readonly policy: "none" | "quarantine" | "reject"; readonly reportTo: string }
  /** No string longer than 255 octets. */
  | { readonly kind: "strings" }
  /** The public key of a selector: names without their final dots. */
  | { readonly kind: "dkim"; readonly domain: string; readonly selector: string; readonly record: string }
  | { readonly kind: "removeDkim"; readonly domain: string; readonly selector: string }
  /** A higher serial in the SOA. */
  | { readonly kind: "serial" };
