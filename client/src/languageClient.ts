import * as vscode from "vscode";
import {
  type DocumentDiagnosticReport,
  LanguageClient,
  RevealOutputChannelOn,
  type ServerOptions,
  State,
  TransportKind,
} from "vscode-languageclient/node";
import type { PublishedZone } from "../../server/src/core/features/live/publishedZone.ts";
import {
  ACCOUNTS_REQUEST,
  type AccountInfo,
  type AccountsParams,
  ADD_DMARC_COMMAND,
  ADD_SPF_COMMAND,
  type ClientOptions,
  CONFIG_WRITE_REQUEST,
  type ConfigWriteParams,
  DKIM_REQUEST,
  type DkimParams,
  type DkimState,
  DOMAIN_REPORT_REQUEST,
  DOMAINS_REQUEST,
  type DomainReportParams,
  type DomainReportResult,
  type DomainsParams,
  type DomainsResult,
  OPEN_RULE_PAGE_COMMAND,
  PUBLISHED_REQUEST,
  type PublishedParams,
  REPORT_CHANGED_NOTIFICATION,
  SEND_TEST_MAIL_COMMAND,
  SUGGEST_COMMAND,
  TEST_CONNECTION_COMMAND,
  TRUST_NOTIFICATION,
  WOULD_PASS_REQUEST,
  type WouldPassParams,
  type WouldPassResult,
  WRITE_REQUEST,
  type WriteParams,
  type WriteResult,
  ZONE_NAME_REQUEST,
  type ZoneNameParams,
} from "../../server/src/protocol.ts";
import type { AccountFinding } from "./commands/confirmFindings.ts";
import { SentDocuments } from "./sentDocuments.ts";
import type { Server } from "./server.ts";
import { DOCUMENTS, type ServerState } from "./status.ts";

/** The language server of this extension, in a process of its own, with `mailconfig.trace.server` and the editor's locale. */
export function createServer(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  onState: (state: ServerState) => void,
): Server {
  const documents = new SentDocuments();
  const client = createClient(context, output, documents);
  let restarting: Promise<void> | undefined;
  const stateListener = client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) documents.clear();
    onState(stateOf(newState));
  });
  context.subscriptions.push(stateListener);
  return {
    start: () => client.start(),
    restart: () => {
      restarting = client.state === State.Running ? client.restart() : client.start();
      return restarting;
    },
    trust: async () => {
      if (client.isRunning()) await client.sendNotification(TRUST_NOTIFICATION);
    },
    accounts: (uri) => ask<AccountsParams, readonly AccountInfo[]>(ACCOUNTS_REQUEST, uri, {}),
    findings: async (uri) => {
      const report = await ask<DocumentParams, DocumentDiagnosticReport>("textDocument/diagnostic", uri, {});
      return report.kind === "full" ? report.items.flatMap(toFinding) : [];
    },
    zoneName: (uri) => ask<ZoneNameParams, string>(ZONE_NAME_REQUEST, uri, {}),
    write: (uri, { line, character }, wish) =>
      ask<WriteParams, WriteResult>(WRITE_REQUEST, uri, { position: { line, character }, wish }),
    writeConfig: (uri, wish) => ask<ConfigWriteParams, WriteResult>(CONFIG_WRITE_REQUEST, uri, { wish }),
    dkim: (uri) => ask<DkimParams, DkimState>(DKIM_REQUEST, uri, {}),
    wouldPass: ({ textDocument, ...query }) =>
      ask<WouldPassParams, WouldPassResult>(WOULD_PASS_REQUEST, textDocument.uri, query),
    published: (uri) => ask<PublishedParams, PublishedZone>(PUBLISHED_REQUEST, uri, {}),
    domains: async (uri) => {
      const params: DomainsParams = uri === undefined ? {} : { textDocument: { uri } };
      await restarting;
      return client.sendRequest<DomainsResult>(DOMAINS_REQUEST, params);
    },
    domainReport: async (domain) => {
      const params: DomainReportParams = { domain };
      await restarting;
      return (await client.sendRequest<DomainReportResult | null>(DOMAIN_REPORT_REQUEST, params)) ?? undefined;
    },
    onReportChanged: (listener) => client.onNotification(REPORT_CHANGED_NOTIFICATION, listener),
    dispose: () => client.dispose(),
  };

  /** Asks about a document, which is opened for it. */
  async function ask<Params extends DocumentParams, Answer>(
    method: string,
    uri: string,
    rest: Omit<Params, "textDocument">,
  ): Promise<Answer> {
    return client.sendRequest<Answer>(method, { ...rest, textDocument: { uri: await openDocument(uri) } });
  }

  /** The server answers for documents that it was told of; VS Code tells it of those that it has loaded, shown or not. */
  async function openDocument(uri: string): Promise<string> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    await restarting;
    await client.start();
    if (vscode.languages.match(DOCUMENTS, document) > 0) await documents.sent(document.uri.toString());
    return client.code2ProtocolConverter.asUri(document.uri);
  }
}

function createClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  { middleware }: SentDocuments,
): LanguageClient {
  const module = context.asAbsolutePath("dist/mailconfig-language-server.cjs");
  const transport = TransportKind.ipc;
  const options = {
    run: { module, transport },
    debug: { module, transport, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  } satisfies ServerOptions;
  return new LanguageClient("mailconfig", "Mailconfig", options, {
    documentSelector: DOCUMENTS,
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: (): ClientOptions => ({
      commands: [
        SEND_TEST_MAIL_COMMAND,
        TEST_CONNECTION_COMMAND,
        OPEN_RULE_PAGE_COMMAND,
        ADD_SPF_COMMAND,
        ADD_DMARC_COMMAND,
        SUGGEST_COMMAND,
      ],
      isTrusted: vscode.workspace.isTrusted,
    }),
    markdown: { isTrusted: false, supportHtml: false },
    middleware,
  });
}

function stateOf(state: State): ServerState {
  if (state === State.Running) return "running";
  return state === State.Stopped ? "stopped" : "starting";
}

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

type Diagnostic = Extract<DocumentDiagnosticReport, { kind: "full" }>["items"][number];

function toFinding({ severity, code, message, range }: Diagnostic): readonly AccountFinding[] {
  if (severity !== 1 && severity !== 2) return [];
  const text = typeof message === "string" ? message : message.value;
  return [{ severity: severity === 1 ? "error" : "warning", code: String(code ?? ""), message: text, range }];
}
