import type { AccountInfo } from "../../server/src/protocol.ts";
import type { AccountFinding } from "./commands/confirmFindings.ts";

/** The language server as the commands see it. */
export interface Server {
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Tells the server that it may read keys now. */
  trust(): Promise<void>;
  accounts(uri: string): Promise<readonly AccountInfo[]>;
  findings(uri: string): Promise<readonly AccountFinding[]>;
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
    dispose: async () => {
      if (loading !== undefined) await (await loading).dispose();
    },
  };
}
