import { hostname } from "node:os";
import type { ConnectionOptions } from "node:tls";
import type { Translate } from "../../../../server/src/core/locale.ts";
import { redact } from "../../../../server/src/core/redact.ts";
import { withAccessToken } from "../accessToken.ts";
import type { AccountInfo, ServerInfo } from "../account.ts";
import type { Dialogue, DialogueParts } from "../dialogue/dialogue.ts";
import { DialogueError, timeUp } from "../dialogue/dialogueError.ts";
import { imapDialogue } from "../dialogue/imapDialogue.ts";
import { type Hear, LineSocket } from "../dialogue/lineSocket.ts";
import { pop3Dialogue } from "../dialogue/pop3Dialogue.ts";
import { smtpDialogue } from "../dialogue/smtpDialogue.ts";
import { explainFailure } from "../failure.ts";
import { limitsOf, waitsOf } from "../limits.ts";
import { type Login, secretsOf } from "../login.ts";
import { certificateName, isVerified, tlsOptions } from "../server.ts";
import { type HideSecrets, secretForms, secretHider, transcribe, type WriteLine } from "../transcript.ts";
import { type CertificateInfo, readTls, type TlsInfo } from "./certificate.ts";
import { findingsOf } from "./findings.ts";
import { connectTo, type Lookup, resolveHost, within } from "./open.ts";
import type { ServerFacts, ServerReport, Step, StepName } from "./report.ts";

export interface ServerJob {
  readonly account: AccountInfo;
  readonly server: ServerInfo;
  readonly isFailover: boolean;
  readonly login: Login | undefined;
  /** Certificates in PEM that are trusted instead of the machine's. */
  readonly ca?: string | undefined;
}

/** Ways out of the program; tests give their own. */
export interface ConnectionTools {
  readonly lookup: Lookup;
  readonly signal: AbortSignal;
  readonly transcript: WriteLine;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly t: Translate;
}

const DIALOGUES: Readonly<Record<ServerInfo["protocol"], (parts: DialogueParts) => Dialogue>> = {
  smtp: smtpDialogue,
  imap: imapDialogue,
  pop3: pop3Dialogue,
};

const LONGEST_QUIT_MS = 2000;

/** Thrown where a step has failed and nothing more can be tried. */
class Stop extends Error {}

/** Goes the whole way to a server up to the login, and sends nothing. Whatever goes wrong is in the report; it does not throw. */
export async function testServer(job: ServerJob, tools: ConnectionTools): Promise<ServerReport> {
  const visit = new Visit(job, tools);
  try {
    await visit.run();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  } finally {
    visit.close();
  }
  return visit.report();
}

/** One visit to one server: the steps done and what was learned so far. */
class Visit {
  readonly #job: ServerJob;
  readonly #tools: ConnectionTools;
  readonly #secrets: string[];
  readonly #hear: Hear;
  readonly #steps: Step[] = [];
  #facts: ServerFacts = {};
  #socket: LineSocket | undefined;

  constructor(job: ServerJob, tools: ConnectionTools) {
    this.#job = job;
    this.#tools = tools;
    this.#secrets = [...secretsOf(job.login)];
    this.#hear = transcribe(tools.transcript, () => this.#secrets);
  }

  async run(): Promise<void> {
    const { server } = this.#job;
    const { protocol, security } = server;
    const socket = await this.#connect();
    this.#socket = socket;
    const dialogue = DIALOGUES[protocol]({ socket, ...waitsOf(server), ehloName: ehloNameOf(server) });
    if (security.value === "tls") await this.#encrypt(socket);
    this.#learn({ greeting: await this.#step("greeting", () => this.#greet(dialogue)) });
    if (security.value === "starttls") {
      await this.#step("starttls", () => this.#startTls(dialogue));
      await this.#encrypt(socket);
    }
    const capabilities = await this.#step("capabilities", () => dialogue.capabilities());
    this.#learn({ capabilities, methods: dialogue.methods(capabilities) });
    await this.#logIn(dialogue, capabilities);
    // How a server says good-bye concerns nobody.
    await within(dialogue.quit(), new Error("late"), LONGEST_QUIT_MS, this.#tools.signal).catch(() => {});
  }

  close(): void {
    this.#socket?.close();
  }

  report(): ServerReport {
    const { account, server, isFailover } = this.#job;
    const done = new Set(this.#steps.map(({ name }) => name));
    const missing = stepsOf(server).filter((it) => !done.has(it));
    const steps = [...this.#steps, ...missing.map((name): Step => ({ name, state: "skipped", ms: 0 }))];
    const { t, now, signal } = this.#tools;
    const facts = shownFacts(this.#facts, secretHider(this.#secrets));
    const findings = signal.aborted ? [] : findingsOf({ account, server, steps, facts, now: now() }, t);
    return { server, isFailover, steps, facts, findings };
  }

  async #connect(): Promise<LineSocket> {
    const { server } = this.#job;
    const { lookup, signal } = this.#tools;
    const { connection } = limitsOf(server);
    const addresses = await this.#step("dns", () => resolveHost(server.host?.value ?? "", lookup, connection, signal));
    this.#learn({ addresses: addresses.map(({ address }) => address) });
    const socket = await this.#step("tcp", () => connectTo(addresses, server.port.value, connection, signal));
    this.#learn({ address: socket.remoteAddress ?? "" });
    this.#hear("network", `Connected to ${socket.remoteAddress}:${socket.remotePort}`);
    return new LineSocket(socket, signal, this.#hear);
  }

  /** A server that stays silent may be waiting for TLS: that is tried before it is called silent. */
  async #greet(dialogue: Dialogue): Promise<string> {
    try {
      return await dialogue.greet();
    } catch (error) {
      const isSilent = error instanceof DialogueError && error.timeoutType === "GREETING_TIMEOUT";
      if (!isSilent || this.#job.server.security.value === "tls" || !(await this.#speaksTls())) throw error;
      throw new DialogueError("Port waits for TLS", { command: "CONN" });
    }
  }

  async #speaksTls(): Promise<boolean> {
    const { server } = this.#job;
    const { signal } = this.#tools;
    const { connection } = limitsOf(server);
    const addresses = (this.#facts.addresses ?? []).map((address) => ({
      address,
      family: address.includes(":") ? 6 : 4,
    }));
    try {
      const socket = new LineSocket(
        await connectTo(addresses, server.port.value, connection, signal),
        signal,
        () => {},
      );
      await socket.encrypt(this.#tlsOptions(), connection).finally(() => socket.close());
      return true;
    } catch {
      // It speaks no TLS either.
      return false;
    }
  }

  async #startTls(dialogue: Dialogue): Promise<void> {
    const offered = await dialogue.capabilities();
    this.#learn({ offered });
    if (!dialogue.offersTls(offered)) {
      const command = this.#job.server.protocol === "pop3" ? "STLS" : "STARTTLS";
      throw new DialogueError("Refused", { code: "EREPLY", command });
    }
    await dialogue.startTls();
  }

  /** The handshake, which is made even with a server that nobody vouches for, so that its certificate can be shown. */
  async #encrypt(socket: LineSocket): Promise<void> {
    const { server } = this.#job;
    await this.#step("tls", async () => {
      const isFirst = server.security.value === "tls";
      const late = isFirst ? timeUp("Connection timeout", "CONNECT_TIMEOUT") : undefined;
      const secure = await socket.encrypt(this.#tlsOptions(), limitsOf(server).connection, late);
      const info = readTls(secure, certificateName(server));
      this.#learn({ tls: info });
      this.#hear("network", `${info.version} ${info.cipher}`);
      if (info.fault !== "" && isVerified(server)) throw certificateError(info);
    });
  }

  #tlsOptions(): ConnectionOptions {
    const { server, ca } = this.#job;
    return { ...tlsOptions(server, ca), rejectUnauthorized: false };
  }

  async #logIn(dialogue: Dialogue, capabilities: readonly string[]): Promise<void> {
    const { login, server } = this.#job;
    const methods = this.#facts.methods ?? [];
    // SMTP without AUTH takes no login; what it does take, a test mail shows.
    if (login === undefined || (server.protocol === "smtp" && methods.length === 0)) return;
    const reply = await this.#step("login", async () => {
      const ready = await withAccessToken(login, this.#tools.signal);
      this.#secrets.push(...secretsOf(ready));
      return dialogue.login(ready, capabilities);
    });
    this.#learn({ loginReply: redact(reply, secretForms(this.#secrets)) });
  }

  async #step<T>(name: StepName, work: () => Promise<T>): Promise<T> {
    const { account, server } = this.#job;
    const { now, t, signal } = this.#tools;
    const start = now();
    try {
      const result = await work();
      this.#steps.push({ name, state: "passed", ms: now() - start });
      return result;
    } catch (error) {
      if (signal.aborted) throw new Stop();
      const failure = explainFailure(error, account, server, this.#secrets, t);
      this.#steps.push({ name, state: "failed", ms: now() - start, failure });
      this.#hear("network", failure.reply);
      throw new Stop();
    }
  }

  #learn(facts: ServerFacts): void {
    this.#facts = { ...this.#facts, ...facts };
  }
}

function certificateError({ fault }: TlsInfo): DialogueError {
  return new DialogueError(fault, { code: fault });
}

/** A server that has heard the password before may say it anywhere. */
function shownFacts(facts: ServerFacts, hide: HideSecrets): ServerFacts {
  const { greeting, offered, capabilities, methods, tls } = facts;
  return {
    ...facts,
    ...(greeting === undefined ? {} : { greeting: hide(greeting) }),
    ...(offered === undefined ? {} : { offered: offered.map(hide) }),
    ...(capabilities === undefined ? {} : { capabilities: capabilities.map(hide) }),
    ...(methods === undefined ? {} : { methods: methods.map(hide) }),
    ...(tls === undefined ? {} : { tls: { ...tls, chain: tls.chain.map((it) => shownCertificate(it, hide)) } }),
  };
}

function shownCertificate(certificate: CertificateInfo, hide: HideSecrets): CertificateInfo {
  const { subject, issuer, names } = certificate;
  return { ...certificate, subject: hide(subject), issuer: hide(issuer), names: names.map(hide) };
}

function ehloNameOf({ ehloName }: ServerInfo): string {
  const own = hostname();
  return ehloName?.value ?? (own.includes(".") ? own : "[127.0.0.1]");
}

function stepsOf({ security }: ServerInfo): readonly StepName[] {
  if (security.value === "tls") return ["dns", "tcp", "tls", "greeting", "capabilities", "login"];
  if (security.value === "starttls") {
    return ["dns", "tcp", "greeting", "starttls", "tls", "capabilities", "login"];
  }
  return ["dns", "tcp", "greeting", "capabilities", "login"];
}
