import type { AccountInfo } from "./core/model/account.ts";

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
