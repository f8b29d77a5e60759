import type { AccountInfo } from "./core/model/account.ts";
import type { ConfigWish, DkimEntry } from "./core/model/configWish.ts";
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

/** The same for the test of an account's servers. */
export const TEST_CONNECTION_COMMAND = "mailconfig.testConnection";

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

/** A request of the client: what an open zone means to publish. */
export const PUBLISHED_REQUEST = "mailconfig/published";

export interface PublishedParams {
  readonly textDocument: { readonly uri: string };
}

/** The commands behind the refactorings that ask something first. The client registers them. */
export const ADD_SPF_COMMAND = "mailconfig.addSpf";
export const ADD_DMARC_COMMAND = "mailconfig.addDmarc";

/** VS Code's own command that opens the list of proposals. */
export const SUGGEST_COMMAND = "editor.action.triggerSuggest";

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

/** A request of the client: whether a message would pass SPF, DKIM and DMARC by the zones of a config. */
export const WOULD_PASS_REQUEST = "mailconfig/wouldPass";

export interface WouldPassParams {
  readonly textDocument: { readonly uri: string };
  /** One character an octet. */
  readonly message: string;
  /** MAIL FROM. */
  readonly sender: string;
  /** The address that hands the mail over, where it is known. */
  readonly ip?: string;
  /** The host that the mail is submitted to. */
  readonly host?: string;
}

/** `core/features/wouldPass`, with the client's URIs; `[]` for a document that is no config. */
export type WouldPassResult = readonly PassRowResult[];

export interface PassRowResult {
  readonly check: "spf" | "dkim" | "dmarc";
  readonly result: string;
  readonly subject: string;
  readonly why: string;
  readonly consequence?: string;
  readonly next: string;
  readonly place?: ReportPlace;
}

/** Sent by the client when the user has come to trust the workspace. */
export const TRUST_NOTIFICATION = "mailconfig/trustGranted";

/** A request of the client: the mail domains that the workspace speaks of, those of `textDocument` first. */
export const DOMAINS_REQUEST = "mailconfig/domains";

export interface DomainsParams {
  readonly textDocument?: { readonly uri: string };
}

export type DomainsResult = readonly string[];

/** A request of the client: what the workspace says about a mail domain. */
export const DOMAIN_REPORT_REQUEST = "mailconfig/domainReport";

export interface DomainReportParams {
  readonly domain: string;
}

/** Sent once somebody has asked for a report, when another may say something else. */
export const REPORT_CHANGED_NOTIFICATION = "mailconfig/reportChanged";

/** `core/features/report`, with the client's URIs and edits. */
export interface DomainReportResult {
  readonly domain: string;
  readonly zone?: string;
  readonly sections: readonly ReportSectionResult[];
}

export interface ReportSectionResult {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly ReportRowResult[];
}

export interface ReportRowResult {
  readonly id: string;
  readonly state: "passed" | "failed" | "missing" | "unknown";
  readonly title: string;
  readonly text: string;
  readonly value?: string;
  readonly place?: ReportPlace;
  readonly tree: readonly ReportNodeResult[];
  readonly findings: readonly ReportFindingResult[];
  readonly fix?: ReportFixResult;
}

export interface ReportPlace {
  readonly uri: string;
  readonly range: Range;
}

export interface ReportNodeResult {
  readonly text: string;
  readonly children: readonly ReportNodeResult[];
}

export interface ReportFindingResult {
  readonly code: string;
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly message: string;
  readonly place: ReportPlace;
  readonly fixes: readonly ReportFixResult[];
}

export interface ReportFixResult {
  readonly title: string;
  readonly edits: readonly WrittenEdit[];
}

export type { ConfigWish, DkimEntry, NewAccount } from "./core/model/configWish.ts";

/** A request of the client: what a command writes into an open config, as edits that the client applies. */
export const CONFIG_WRITE_REQUEST = "mailconfig/writeConfig";

export interface ConfigWriteParams {
  readonly textDocument: { readonly uri: string };
  readonly wish: ConfigWish;
}

/** A request of the client: the DKIM keys of an open config, and where their domains' zones lie. */
export const DKIM_REQUEST = "mailconfig/dkim";

export interface DkimParams {
  readonly textDocument: { readonly uri: string };
}

/** Names in lower case, without their final dots. */
export interface DkimState {
  /** Those that the config speaks of, its own first. */
  readonly domains: readonly string[];
  readonly keys: readonly DkimEntry[];
  /** Only files that can be read. */
  readonly zones: readonly { readonly domain: string; readonly uri: string }[];
}
