/** The protocols that an account can speak. */
export type Protocol = "smtp" | "imap" | "pop3";

/** What a text has to look like, beyond being a text. */
export type TextFormat =
  | "host"
  | "domain"
  /** `Name <local@domain>` or `local@domain`. */
  | "mailbox"
  /** A path relative to the config. */
  | "path"
  /** An absolute `https:` address. */
  | "url"
  /** A text that nobody but the owner may know: `${env:NAME}` or `${secret:name}`. */
  | "secret"
  /** One DNS label or several: what stands before `._domainkey`. */
  | "selector";

/** What may stand behind a key. */
export type ValueType =
  | { readonly kind: "text"; readonly format?: TextFormat }
  | { readonly kind: "integer"; readonly min: number; readonly max: number }
  | { readonly kind: "boolean" }
  | { readonly kind: "choice"; readonly values: readonly Choice[] }
  | { readonly kind: "provider" }
  /** A number with a unit: `500ms`, `10s`, `5m`, `12h`, `180d`. */
  | { readonly kind: "duration" }
  /** A number with a unit: `512KB`, `20MB`, `1GB`. */
  | { readonly kind: "size" }
  | { readonly kind: "list"; readonly item: ValueType }
  | { readonly kind: "mapping"; readonly keys: readonly ConfigKey[] }
  /** Keys are the user's names; `entry` describes what one of them is. */
  | { readonly kind: "table"; readonly names: "account" | "domain" | "rule"; readonly entry: ConfigKey }
  /** A mapping, or an address of one line: `smtps://user@host:465`. */
  | { readonly kind: "server"; readonly protocol: Protocol; readonly keys: readonly ConfigKey[] };

/** One value of a list of values. */
export interface Choice {
  readonly value: string;
  /** One sentence, English; translated where it is shown. */
  readonly doc: string;
}

/** One row of the table that feeds validation, completion, hover and the JSON Schema. */
export interface ConfigKey {
  readonly name: string;
  readonly type: ValueType;
  readonly isRequired?: boolean;
  /** As one would write it; absent where leaving the key out means that nothing is done. */
  readonly default?: string;
  /** One paragraph of Markdown, English; translated where it is shown. */
  readonly doc: string;
  /** What completion writes behind the key, with tab stops; without it the type decides. */
  readonly snippet?: string;
  /** The section that decides: `RFC 8314 §3.3`. */
  readonly reference?: string;
}
