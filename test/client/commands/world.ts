import type { AccountFinding } from "../../../client/src/commands/confirmFindings.ts";
import { type MailTools, sendTestMail } from "../../../client/src/commands/sendTestMail.ts";
import type { Editor } from "../../../client/src/editor.ts";
import type { Connect, SentMail, TransportOptions } from "../../../client/src/mail/transport.ts";
import { createSecrets } from "../../../client/src/secrets.ts";
import { translator } from "../../../server/src/core/locale.ts";
import type { WouldPassResult } from "../../../server/src/protocol.ts";
import { account } from "../support.ts";

export const URI = "file:///w/.mailconfig.yaml";
const t = translator();

export interface World {
  readonly accounts?: ReturnType<typeof account>[];
  readonly findings?: readonly AccountFinding[];
  readonly isTrusted?: boolean;
  readonly answers?: readonly (string | undefined)[];
  readonly picks?: readonly (number | undefined)[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stored?: Map<string, string>;
  readonly press?: string;
  /** Only below the first message. */
  readonly pressOnce?: boolean;
  /** What the zone files say of the mail. */
  readonly rows?: WouldPassResult;
  readonly records?: MailTools["records"];
  /** Tokens by what the editor's sign-in is asked for first. */
  readonly sessions?: Readonly<Record<string, string>>;
  sendMail?(options: TransportOptions): Promise<SentMail>;
  /** The way to real servers, instead of `sendMail`. */
  readonly connect?: Connect;
}

export const TAKEN: SentMail = { response: "250 2.0.0 Ok", ehlo: ["AUTH PLAIN"] };

/** Runs “Send test mail” with a user who answers and picks in order, and returns all that was seen and done. */
export async function runCommand(world: World, ...target: [uri?: string, account?: string]) {
  const seen: string[] = [];
  const connected: TransportOptions[] = [];
  const lines: string[] = [];
  const answers = [...(world.answers ?? [])];
  const picks = [...(world.picks ?? [])];
  const pressed: Promise<unknown>[] = [];
  const editor: Editor = {
    isTrusted: world.isTrusted ?? true,
    ask: async ({ title, value, problem }) => {
      seen.push(`ask ${title} [${value ?? ""}]`);
      const answer = answers.length > 0 ? answers.shift() : value;
      return answer === undefined || problem?.(answer) !== undefined ? undefined : answer;
    },
    pick: async (title, choices) => {
      seen.push(`pick ${title}: ${choices.map(({ label }) => label).join(" | ")}`);
      const index = picks.shift();
      return index === undefined ? undefined : choices[index]?.value;
    },
    progress: (title, task) => {
      seen.push(`progress ${title}`);
      return task(new AbortController().signal, () => {});
    },
    tell: (level, message, actions = []) => {
      seen.push(`${level} ${message} [${actions.map(({ title }) => title).join(", ")}]`);
      const action = actions.find(({ title }) => title === world.press);
      if (action === undefined || (world.pressOnce && pressed.length > 0)) return;
      pressed.push(Promise.resolve(action.run()));
    },
    show: async (title, markdown) => void seen.push(`show ${title}\n${markdown}`),
    selection: () => "",
    copy: async (text) => void seen.push(`copy ${text}`),
    reveal: async (uri, { start }) => void seen.push(`reveal ${uri} ${start.line}`),
  };
  const stored = world.stored ?? new Map<string, string>();
  const store = {
    get: async (key: string) => stored.get(key),
    store: async (key: string, value: string) => void stored.set(key, value),
    delete: async (key: string) => void stored.delete(key),
  };
  const tools: MailTools = {
    t,
    connect: (options) => {
      connected.push(options);
      if (world.connect) return world.connect(options);
      return { sendMail: () => world.sendMail?.(options) ?? Promise.resolve(TAKEN), close: () => seen.push("closed") };
    },
    secrets: createSecrets(store, { get: () => [], update: async () => {} }, world.env ?? {}, t),
    configs: async () => [{ uri: URI, label: ".mailconfig.yaml" }],
    accounts: async () => world.accounts ?? [account({ port: 587, host: "mx.example.com", password: "${env:PW}" })],
    findings: async () => world.findings ?? [],
    wouldPass: async () => world.rows ?? [],
    records: world.records ?? new Map(),
    lookup: async () => [{ address: "127.0.0.1", family: 4 }],
    readBeside: async () => undefined,
    signIn: async ({ scopes: [scope = ""] }) => world.sessions?.[scope],
    transcript: (title) => {
      lines.push(title);
      return (line) => lines.push(line);
    },
    showTranscript: () => seen.push("transcript"),
  };
  const outcome = await sendTestMail(editor, tools, ...target);
  await Promise.all(pressed);
  return { seen, connected, outcome, lines, stored };
}
