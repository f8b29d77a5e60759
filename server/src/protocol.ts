import type { AccountInfo } from "./core/model/account.ts";
import type { ZoneWish } from "./core/model/zoneWish.ts";
import type { Position, Range } from "./core/text/span.ts";

// What client and server say to each other beyond LSP. Only types and names: it is part of both bundles.

export type {
  AccountInfo,
  AuthInfo,
  AuthMethod,
  DkimKeyInfo,
  Protocol,
  Security,
  ServerInfo,
  TestInfo,
  TlsInfo,
  Written,
} from "./core/model/account.ts";

export type { ZoneWish } from "./core/model/zoneWish.ts";

/** A request of the client: the accounts of an open config, in the order of the file; `[]` for any other document. */
export const ACCOUNTS_REQUEST = "mailconfig/accounts";

export interface AccountsParams {
  readonly textDocument: { readonly uri: string };
}

export type AccountsResult = readonly AccountInfo[];

/** The command of the code lens above an account; `arguments` are `SendTestMailArguments`. The client registers it. */
export const SEND_TEST_MAIL_COMMAND = "mailconfig.sendTestMail";

/** The config's URI and the account's name; without them the client asks. */
export type SendTestMailArguments = readonly [uri?: string, account?: string];

/** A request of the client: the name of an open zone without its final dot; `""` where nobody knows it. */
export const ZONE_NAME_REQUEST = "mailconfig/zoneName";

export interface ZoneNameParams {
  readonly textDocument: { readonly uri: string };
}

/** A request of the client: what a command writes into an open zone, as an edit that the client applies. */
export const WRITE_REQUEST = "mailconfig/write";

export interface WriteParams {
  readonly textDocument: { readonly uri: string };
  /** The cursor: a record that stands there is meant, where the wish can mean several. */
  readonly position: Position;
  readonly wish: ZoneWish;
}

export type WriteResult =
  | { readonly kind: "written"; readonly edits: readonly WrittenEdit[]; readonly message: string }
  /** A sentence for the user, and the text that it is about. */
  | { readonly kind: "refused"; readonly reason: string; readonly uri?: string; readonly range?: Range };

export interface WrittenEdit {
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
}

/** The commands behind the refactorings that ask something first. The client registers them. */
export const ADD_SPF_COMMAND = "mailconfig.addSpf";
export const ADD_DMARC_COMMAND = "mailconfig.addDmarc";

/** The command that shows what the product says about a rule; its argument is the rule's code. The client registers it. */
export const OPEN_RULE_PAGE_COMMAND = "mailconfig.openRulePage";

/** What a client says of itself in `initialize`; nothing is required. */
export interface ClientOptions {
  /** The commands that it has, so that the server may offer them. */
  readonly commands?: readonly string[];
  /** `false` in a workspace that the user does not trust: then no key is read. */
  readonly isTrusted?: boolean;
  /** Begins the address of a rule's page on the web: the rule's code and `.md` follow. */
  readonly rulePages?: string;
  /** The section `mailconfig`, from clients that do not answer `workspace/configuration`. */
  readonly settings?: unknown;
}

/** Sent by the client when the user has come to trust the workspace. */
export const TRUST_NOTIFICATION = "mailconfig/trustGranted";
