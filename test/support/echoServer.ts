import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import net from "node:net";

/** Where a server tells all that it knows of the secret. */
export type EchoStage = "auth" | "rcpt" | "data" | "greeting" | "drop";

export interface EchoServer {
  readonly port: number;
  /** All that the client said. */
  heard(): string;
  stop(): Promise<void>;
}

/**
 * An SMTP server in cleartext that offers every login, and repeats a secret in its replies in all encodings: the worst that a
 * server could do to those who write its words into logs.
 */
export async function startEchoServer(secret: string, stage: EchoStage): Promise<EchoServer> {
  const said: string[] = [];
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    const reply = (code: number, text: string) =>
      socket.write(
        `${[...echoes(secret), text].map((it, at, all) => `${code}${at < all.length - 1 ? "-" : " "}${it}`).join("\r\n")}\r\n`,
      );
    const plain = (text: string) => socket.write(`${text}\r\n`);
    let pending = "";
    let mode: "command" | "auth" | "data" = "command";
    const answer = (line: string) => {
      said.push(line);
      if (mode === "data") {
        if (line !== ".") return;
        mode = "command";
        return stage === "data" ? reply(250, "queued") : plain("250 2.0.0 queued");
      }
      if (mode === "auth" && AUTH_STEPS.has(line)) return plain("334 UGFzc3dvcmQ6");
      if (mode === "auth" || /^AUTH (?:PLAIN|XOAUTH2) \S/i.test(line)) {
        mode = "command";
        if (stage === "drop") return socket.end(`535 ${echoes(secret).join(" ")}\r\n`);
        return stage === "auth" ? reply(535, "5.7.8 no") : plain("235 2.7.0 yes");
      }
      if (/^AUTH/i.test(line)) {
        mode = "auth";
        return plain(/CRAM/i.test(line) ? "334 PDEuMkBleGFtcGxlLmNvbT4=" : "334 VXNlcm5hbWU6");
      }
      if (/^RCPT/i.test(line)) return stage === "rcpt" ? reply(550, "5.1.1 no") : plain("250 2.1.5 ok");
      if (/^EHLO/i.test(line)) return plain("250-echo.example\r\n250 AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2");
      if (/^DATA/i.test(line)) {
        if (stage === "rcpt") return plain("503 5.5.1 no recipients");
        mode = "data";
        return plain("354 go on");
      }
      return plain("250 2.0.0 ok");
    };
    socket.on("data", (chunk) => {
      const lines = (pending + chunk).split("\r\n");
      pending = lines.pop() ?? "";
      lines.forEach(answer);
    });
    if (stage === "greeting") reply(554, "5.3.2 go away");
    else plain("220 echo.example ESMTP");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: portOf(server), heard: () => said.join("\n"), stop };
}

/** The user name, in the second step of AUTH LOGIN. */
const AUTH_STEPS = new Set([Buffer.from("ops@example.com").toString("base64")]);

/** A token service that refuses, and repeats what it was given. */
export async function startEchoTokens(secret: string) {
  const server = createHttpServer((request, response) => {
    request.resume();
    const [error = "", ...more] = echoes(secret);
    response.writeHead(400).end(JSON.stringify({ error, error_description: more.join(" ") }));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const stop = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${portOf(server)}/token`, stop };
}

/** A secret on one line, in the forms that it has on the wire and in other programs' messages. */
export function echoes(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const login = Buffer.from(`\0ops@example.com\0${secret}`);
  const bearer = Buffer.from(`user=ops@example.com\u0001auth=Bearer ${secret}\u0001\u0001`);
  const encoded = encodeURIComponent(secret);
  return [
    `password ${secret} is wrong`,
    bytes.toString("base64"),
    login.toString("base64"),
    bearer.toString("base64"),
    bytes.toString("base64url"),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
    encoded,
    encoded.replace(/%../g, (it) => it.toLowerCase()),
    new URLSearchParams({ p: secret }).toString(),
    JSON.stringify({ password: secret }),
  ];
}

function portOf(server: net.Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
