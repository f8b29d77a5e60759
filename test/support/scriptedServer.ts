import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";
import type { Certificate } from "./mailServer.ts";

/** The other end of a connection, for servers that say what no mail server would say. */
export class Peer {
  #socket: net.Socket;
  #text = "";
  #isOver = false;
  #wake: () => void = () => {};
  #hangUp: () => void = () => {};
  /** One promise for everybody who waits: a listener each would pile up on the socket. */
  readonly #gone = new Promise<void>((resolve) => {
    this.#hangUp = resolve;
  });
  /** What the client has said, in order. */
  readonly heard: string[];

  constructor(socket: net.Socket, heard: string[]) {
    this.#socket = socket;
    this.heard = heard;
    this.#listen(socket);
  }

  /** The next line of the client; `undefined` once it is gone. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#text.indexOf("\n");
      if (end >= 0) {
        const line = this.#text.slice(0, end).replace(/\r$/, "");
        this.#text = this.#text.slice(end + 1);
        this.heard.push(line);
        return line;
      }
      if (this.#isOver) return undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Whatever comes next, such as the first bytes of a handshake. */
  async data(): Promise<void> {
    if (this.#text === "" && !this.#isOver) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Lines, each with its end. */
  say(...lines: readonly string[]): void {
    this.raw(lines.map((it) => `${it}\r\n`).join(""));
  }

  /** @returns whether the client can take more at once */
  raw(bytes: string | Uint8Array): boolean {
    return !this.#socket.destroyed && this.#socket.writable && this.#socket.write(bytes);
  }

  /** Says the same for ever, as fast as the client takes it. */
  async flood(bytes: string | Uint8Array): Promise<void> {
    while (!this.#isOver && !this.#socket.destroyed) {
      if (this.raw(bytes)) await new Promise((resolve) => setImmediate(resolve));
      else await Promise.race([once(this.#socket, "drain"), this.gone()]).catch(() => {});
    }
  }

  /** Says one thing after another, each after a pause. */
  async drip(pieces: Iterable<string>, pauseMs: number): Promise<void> {
    for (const piece of pieces) {
      if (this.#isOver) return;
      this.raw(piece);
      await Promise.race([new Promise((resolve) => setTimeout(resolve, pauseMs)), this.gone()]);
    }
  }

  /** Resolves when the client has hung up. */
  gone(): Promise<void> {
    return this.#gone;
  }

  async startTls(options: tls.TLSSocketOptions): Promise<void> {
    this.#socket.removeAllListeners("data");
    const secure = new tls.TLSSocket(this.#socket, { ...options, isServer: true });
    this.#socket = secure;
    this.#text = "";
    this.#listen(secure);
    await Promise.race([once(secure, "secure"), this.gone()]).catch(() => {});
  }

  /** Closes one's own half only. */
  end(): void {
    this.#socket.end();
  }

  close(): void {
    this.#socket.destroy();
  }

  /** Breaks off with RST. */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  #listen(socket: net.Socket): void {
    socket.on("error", () => {});
    socket.on("data", (chunk: Buffer) => {
      this.#text += chunk.toString("latin1");
      this.#wake();
    });
    for (const event of ["end", "close"]) {
      socket.on(event, () => {
        this.#isOver = true;
        this.#hangUp();
        this.#wake();
      });
    }
  }
}

export interface ScriptedServer {
  readonly port: number;
  /** All lines that all clients have said. */
  readonly heard: readonly string[];
  stop(): Promise<void>;
}

/**
 * Runs a script for each connection on a loopback port.
 *
 * @param implicitTls TLS from the first byte
 */
export async function startScript(
  script: (peer: Peer, connection: number) => Promise<void> | void,
  implicitTls?: Certificate,
): Promise<ScriptedServer> {
  const sockets = new Set<net.Socket>();
  const heard: string[] = [];
  let count = 0;
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket.on("close", () => sockets.delete(socket)));
    const peer = new Peer(socket, heard);
    count++;
    const number = count;
    const run = async () => {
      if (implicitTls !== undefined) await peer.startTls(implicitTls);
      await script(peer, number);
    };
    void run();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port");
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: address.port, heard, stop };
}
