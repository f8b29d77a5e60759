// A mail server that takes every mail and delivers none, for `npm start`: STARTTLS on one port, implicit TLS on another,
// with a certificate and a login made for this one run.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import selfsigned from "selfsigned";
import { SMTPServer } from "smtp-server";

const HOST = "127.0.0.1";
/** Taken where they are free, so that an address can be kept between runs. */
const USUAL_PORTS = { starttls: 2587, tls: 2465 };

/**
 * @typedef {object} Sink
 * @property {{ starttls: number, tls: number }} ports
 * @property {string} username
 * @property {string} password
 * @property {string} certificate PEM; also its own authority
 * @property {string} folder where received mail lies, one `.eml` each
 * @property {() => Promise<void>} stop
 */

/**
 * @param {(line: string) => void} log one line a mail
 * @returns {Promise<Sink>}
 */
export async function startSmtpSink(log) {
  const { private: key, cert } = await selfsigned.generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: HOST },
        ],
      },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-received-"));
  const username = "ops@example.com";
  const password = randomBytes(9).toString("base64url");
  const received = mailTaker(folder, log);
  const common = {
    key,
    cert,
    authOptional: false,
    disableReverseLookup: true,
    size: 10_000_000,
    /** @type {NonNullable<import("smtp-server").SMTPServerOptions["onAuth"]>} */
    onAuth: (auth, _session, done) => {
      if (auth.username === username && auth.password === password) return done(null, { user: username });
      done(Object.assign(new Error("5.7.8 Wrong user name or password"), { responseCode: 535 }));
    },
    onData: received,
  };
  const servers = {
    starttls: new SMTPServer({ ...common, secure: false, authMethods: ["PLAIN", "LOGIN"] }),
    tls: new SMTPServer({ ...common, secure: true, authMethods: ["PLAIN", "LOGIN"] }),
  };
  // A client that hangs up or distrusts the certificate is its own trouble, and tells its user.
  for (const server of Object.values(servers)) server.on("error", () => {});
  const ports = {
    starttls: await listen(servers.starttls, USUAL_PORTS.starttls),
    tls: await listen(servers.tls, USUAL_PORTS.tls),
  };
  const stop = async () => {
    await Promise.all(Object.values(servers).map((server) => new Promise((resolve) => server.close(() => resolve(0)))));
    rmSync(folder, { recursive: true, force: true });
  };
  return { ports, username, password, certificate: cert, folder, stop };
}

/**
 * @param {string} folder
 * @param {(line: string) => void} log
 * @returns {NonNullable<import("smtp-server").SMTPServerOptions["onData"]>}
 */
function mailTaker(folder, log) {
  let count = 0;
  return (stream, session, done) => {
    /** @type {Buffer[]} */
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      const bytes = Buffer.concat(chunks);
      count += 1;
      const file = join(folder, `${count}.eml`);
      writeFileSync(file, bytes);
      const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : "";
      const recipients = session.envelope.rcptTo.map(({ address }) => address).join(", ");
      const subject = /^Subject:\s*(.*)$/im.exec(bytes.toString("utf8"))?.[1] ?? "";
      log(`Mail ${count}: ${sender} → ${recipients}, “${subject}”, ${bytes.length} bytes: ${file}`);
      done(null, `2.0.0 Taken as ${count}, and delivered nowhere`);
    });
  };
}

/** @param {SMTPServer} server @param {number} wanted @returns {Promise<number>} the port it listens on */
function listen(server, wanted) {
  return new Promise((resolve, reject) => {
    const { server: socket } = server;
    const answer = () => {
      const address = socket.address();
      resolve(typeof address === "object" && address !== null ? address.port : wanted);
    };
    socket.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== "EADDRINUSE" || wanted === 0) return reject(error);
      socket.once("listening", answer);
      socket.listen(0, HOST);
    });
    socket.once("listening", answer);
    socket.listen(wanted, HOST);
  });
}
