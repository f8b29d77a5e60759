import type { YamlEntry } from "../syntax/yaml/write.ts";

/** An account to be written: its name, changed where it is taken, and what stands below it. */
export interface NewAccount {
  readonly name: string;
  readonly entries: readonly YamlEntry[];
}

/** A key that signs mail, as a config names it. */
export interface DkimEntry {
  /** Without a final dot. */
  readonly domain: string;
  readonly selector: string;
  /** Relative to the config, with slashes. */
  readonly privateKeyFile: string;
}

/** What a command asks to be written into a config. */
export type ConfigWish =
  | { readonly kind: "accounts"; readonly accounts: readonly NewAccount[] }
  | { readonly kind: "dkim"; readonly key: DkimEntry }
  | { readonly kind: "removeDkim"; readonly key: Pick<DkimEntry, "domain" | "selector"> };
