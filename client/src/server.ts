import type { PublishedZone } from "../../server/src/core/features/live/publishedZone.ts";
import type { Position } from "../../server/src/core/text/span.ts";
import type {
  AccountInfo,
  ConfigWish,
  DkimState,
  DomainReportResult,
  WouldPassParams,
  WouldPassResult,
  WriteResult,
  ZoneWish,
} from "../../server/src/protocol.ts";
import type { AccountFinding } from "./commands/confirmFindings.ts";

/** The language server as the commands see it. */
export interface Server {
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Tells the server that it may read keys now. */
  trust(): Promise<void>;
  accounts(uri: string): Promise<readonly AccountInfo[]>;
  findings(uri: string): Promise<readonly AccountFinding[]>;
  /** Whether a message would pass SPF, DKIM and DMARC by the zones of a config. */
  wouldPass(params: WouldPassParams): Promise<WouldPassResult>;
  /** The name of the zone in an open file, without a final dot; `""` where nobody knows it. */
  zoneName(uri: string): Promise<string>;
  /** What would be written into an open zone. */
  write(uri: string, position: Position, wish: ZoneWish): Promise<WriteResult>;
  /** What would be written into a config, which is opened for it. */
  writeConfig(uri: string, wish: ConfigWish): Promise<WriteResult>;
  /** The DKIM keys of a config and the zones of its domains. */
  dkim(uri: string): Promise<DkimState>;
  /** The mail domains of the workspace, those of a document first. */
  domains(uri: string | undefined): Promise<readonly string[]>;
  /** What the workspace says about a domain; `undefined` where the server could not tell. */
  domainReport(domain: string): Promise<DomainReportResult | undefined>;
  /** Calls back when another report may say something else. */
  onReportChanged(listener: () => void): { dispose(): void };
  /** What an open zone means to publish. */
  published(uri: string): Promise<PublishedZone>;
  dispose(): Promise<void>;
}

/**
 * A server whose client is loaded when it is first needed, so that activation does not wait for it: it is by far the
 * largest part of the extension.
 */
export function createLateServer(load: () => Promise<Server>): Server {
  let loading: Promise<Server> | undefined;
  const server = () => {
    loading ??= load();
    return loading;
  };
  return {
    start: async () => (await server()).start(),
    restart: async () => (await server()).restart(),
    trust: async () => (await server()).trust(),
    accounts: async (uri) => (await server()).accounts(uri),
    findings: async (uri) => (await server()).findings(uri),
    wouldPass: async (params) => (await server()).wouldPass(params),
    zoneName: async (uri) => (await server()).zoneName(uri),
    write: async (uri, position, wish) => (await server()).write(uri, position, wish),
    writeConfig: async (uri, wish) => (await server()).writeConfig(uri, wish),
    dkim: async (uri) => (await server()).dkim(uri),
    domains: async (uri) => (await server()).domains(uri),
    domainReport: async (domain) => (await server()).domainReport(domain),
    onReportChanged: (listener) => {
      const listening = server().then((it) => it.onReportChanged(listener));
      return { dispose: () => void listening.then((it) => it.dispose()) };
    },
    published: async (uri) => (await server()).published(uri),
    dispose: async () => {
      if (loading !== undefined) await (await loading).dispose();
    },
  };
}
