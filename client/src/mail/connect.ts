import { TLSSocket } from "node:tls";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Connect, Envelope, MailToSend, SentMail, Timing, TransportOptions } from "./transport.ts";
import { xoauth2 } from "./xoauth2.ts";

/** Under its own name, nodemailer wants XOAUTH2 done by its token fetcher, which logs the beginning of secrets. */
const OWN_XOAUTH2 = "XOAUTH2-TOKEN";

/** The way to real servers. Apart from the rest, so that tests of the rest load no nodemailer. */
export const connect: Connect = (options) => {
  const connection = new SMTPConnection({ ...options, customAuth: { [OWN_XOAUTH2]: xoauth2 } });
  return { sendMail: (mail) => sendOver(connection, options, mail), close: () => connection.close() };
};

/** One mail from the greeting to its last reply. */
async function sendOver(
  connection: SMTPConnection,
  { auth }: TransportOptions,
  { envelope, raw, signal }: MailToSend,
): Promise<SentMail> {
  const clock = stopwatch();
  const broken = new Promise<never>((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    connection.once("error", reject);
    connection.once("end", () => reject(new Error("The connection was closed.")));
  });
  broken.catch(() => {}); // Whichever step runs then is what fails.
  const step = <T>(run: (done: (error: Error | null | undefined, result?: T) => void) => void) =>
    Promise.race([
      broken,
      new Promise<T | undefined>((resolve, reject) => run((error, it) => (error ? reject(error) : resolve(it)))),
    ]);
  await step((done) => connection.connect(done));
  const connectMs = clock();
  const tls = tlsOf(connection);
  const isUtf8Offered = /[ -]SMTPUTF8\b/im.test(String(connection.lastServerResponse));
  const isLogin = auth !== undefined && connection.allowsAuth;
  const isToken = auth?.method === "XOAUTH2";
  if (isLogin) await step((done) => connection.login(isToken ? { ...auth, method: OWN_XOAUTH2 } : auth, done));
  const loginMs = clock();
  if (needsUtf8(envelope) && !isUtf8Offered) throw new Error("The server does not offer SMTPUTF8");
  const sent = await step<SMTPConnection.SentMessageInfo>((done) =>
    connection.send({ ...envelope, to: [...envelope.to], size: raw.length }, Buffer.from(raw), done),
  );
  if (sent === undefined) throw new Error("The connection told nothing of the mail.");
  const timing: Timing = { connectMs, loginMs, envelopeMs: sent.envelopeTime, messageMs: sent.messageTime };
  connection.removeAllListeners("end");
  connection.quit();
  return { response: sent.response, ehlo: sent.ehlo, tls, timing };
}

/** Whether an address needs more than the ASCII of RFC 5321 (RFC 6531 §3.3). */
function needsUtf8({ from, to }: Envelope): boolean {
  return [from, ...to].some((address) => /[^ -~]/.test(address));
}

function tlsOf({ _socket: socket }: SMTPConnection): SentMail["tls"] {
  if (!(socket instanceof TLSSocket)) return undefined;
  return { version: socket.getProtocol() ?? "", cipher: socket.getCipher().standardName };
}

/** @returns a function that gives the milliseconds since it was called last */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const passed = Math.round(now - last);
    last = now;
    return passed;
  };
}
