import { once } from "node:events";
import net from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { generate } from "selfsigned";
import { SMTPServer } from "smtp-server";

export const USER = "ops@example.com";
/** With letters that every encoding changes. */
export const PASSWORD = "pä$$ word+/=%41";

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface ReceivedMail {
  readonly mail: ParsedMail;
  readonly from: string;
  readonly to: readonly string[];
  /** Who logged in; `""` for nobody. */
  readonly user: string;
  readonly isEncrypted: boolean;
}

export interface MailServer {
  readonly port: number;
  readonly certificate: Certificate;
  readonly received: readonly ReceivedMail[];
  stop(): Promise<void>;
}

export interface MailServerOptions {
  /** `tls` from the first byte, `starttls` required before AUTH, or `none`. */
  readonly security?: "tls" | "starttls" | "none";
  readonly hasLogin?: boolean;
  readonly certificate?: Certificate;
  /** The reply that refuses each recipient. */
  readonly refusal?: { readonly code: number; readonly text: string };
}

export interface Issuing {
  /** Days from now. */
  readonly from?: number;
  readonly to?: number;
  /** Who signs it; else it signs itself. */
  readonly authority?: Certificate;
  /** Whether it may sign others. */
  readonly isAuthority?: boolean;
}

const DAY_MS = 86_400_000;

/** A throw-away certificate for a name and `127.0.0.1`. */
export async function createCertificate(name = "localhost", issuing: Issuing = {}): Promise<Certificate> {
  const { from = -1, to = 365, authority, isAuthority = false } = issuing;
  const altNames = [
    { type: 2 as const, value: name },
    { type: 7 as const, ip: "127.0.0.1" },
  ];
  const { cert, private: key } = await generate([{ name: "commonName", value: name }], {
    keySize: 2048,
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() + from * DAY_MS),
    notAfterDate: new Date(Date.now() + to * DAY_MS),
    extensions: isAuthority
      ? [{ name: "basicConstraints", cA: true, critical: true }]
      : [{ name: "subjectAltName", altNames }],
    ...(authority === undefined ? {} : { ca: authority }),
  });
  return { cert, key };
}

/** A real SMTP server on a loopback port that keeps what it takes. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { security = "starttls", hasLogin = true, refusal } = options;
  const certificate = options.certificate ?? (await createCertificate());
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    ...certificate,
    name: "mail.example.com",
    secure: security === "tls",
    hideSTARTTLS: security === "none",
    allowInsecureAuth: security === "none",
    authOptional: !hasLogin,
    authMethods: ["PLAIN", "LOGIN", "CRAM-MD5"],
    disabledCommands: [...(hasLogin ? [] : ["AUTH"]), ...(security === "none" ? ["STARTTLS"] : [])],
    closeTimeout: 50,
    logger: false,
    onAuth: ({ method, username, password, validatePassword }, _session, callback) => {
      const isRight = method === "CRAM-MD5" ? validatePassword(PASSWORD) : password === PASSWORD;
      if (username === USER && isRight) return callback(null, { user: USER });
      return callback(reply(535, "5.7.8 Error: authentication failed: UGFzc3dvcmQ6"));
    },
    onRcptTo: (_address, _session, callback) => callback(refusal && reply(refusal.code, refusal.text)),
    onData: (stream, { envelope, user, secure }, callback) => {
      const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
      const to = envelope.rcptTo.map(({ address }) => address);
      simpleParser(stream).then((mail) => {
        received.push({ mail, from, to, user: String(user ?? ""), isEncrypted: secure });
        callback(null, "2.0.0 Ok: queued as 4F2A");
      }, callback);
    },
  });
  server.on("error", () => {}); // A client that refuses the certificate breaks off; its own error is what the test reads.
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  return {
    port: portOf(listening),
    certificate,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A server that takes connections and never says a word; `connected` tells how many there were. */
export async function startSilentServer(): Promise<{
  readonly port: number;
  /** Resolves with the first connection. */
  readonly connected: Promise<void>;
  stop(): Promise<void>;
}> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket.on("error", () => {}).resume());
  });
  const connected = once(server, "connection").then(() => {});
  await once(server.listen(0, "127.0.0.1"), "listening");
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: portOf(server), connected, stop };
}

function reply(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

function portOf(server: net.Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port");
  return address.port;
}
