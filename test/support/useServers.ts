import { after, before } from "node:test";
import {
  type Certificate,
  createCertificate,
  type MailServer,
  type MailServerOptions,
  startMailServer,
  startSilentServer,
} from "./mailServer.ts";
import { type ScriptedServer, startScript } from "./scriptedServer.ts";

/** The servers of a test file: they share a certificate, made before its first test, and stop after its last one. */
export interface Servers {
  /** For `localhost`; it signed itself, so it is its own authority. */
  readonly certificate: Certificate;
  mail(options?: MailServerOptions): Promise<MailServer>;
  script(...given: Parameters<typeof startScript>): Promise<ScriptedServer>;
  silent(): ReturnType<typeof startSilentServer>;
  /** A port that nothing listens on. */
  closedPort(): Promise<number>;
}

export function useServers(): Servers {
  let certificate: Certificate | undefined;
  const running: { stop(): Promise<void> }[] = [];
  const own = () => {
    if (certificate === undefined)
      throw new Error("The certificate is made before the first test, not while it is read");
    return certificate;
  };
  const keep = <T extends { stop(): Promise<void> }>(server: T): T => {
    running.push(server);
    return server;
  };
  before(async () => {
    certificate = await createCertificate();
  });
  after(async () => {
    for (const server of running) await server.stop();
  });
  return {
    get certificate() {
      return own();
    },
    mail: async (options) => keep(await startMailServer({ certificate: own(), ...options })),
    script: async (...given) => keep(await startScript(...given)),
    silent: async () => keep(await startSilentServer()),
    closedPort: async () => {
      const gone = await startSilentServer();
      await gone.stop();
      return gone.port;
    },
  };
}
