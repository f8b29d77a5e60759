import type { Editor } from "../../client/src/editor.ts";
import type { AccountInfo, ServerInfo, Written } from "../../server/src/protocol.ts";

/** A value that stands on a line of its own, so that a test can tell which one is pointed at. */
export function written<T>(value: T, line: number): Written<T> {
  return { value, range: lineRange(line) };
}

export function lineRange(line: number): Written<unknown>["range"] {
  return { start: { line, character: 0 }, end: { line, character: 10 } };
}

/** The lines that the parts of `account` stand on. */
export const LINE = {
  name: 1,
  from: 2,
  host: 3,
  port: 4,
  security: 5,
  method: 6,
  username: 7,
  password: 8,
  caFile: 9,
  to: 10,
};

export interface AccountParts {
  readonly port: number;
  readonly security?: ServerInfo["security"]["value"];
  readonly password?: string;
  readonly method?: "plain" | "login" | "cram-md5" | "xoauth2";
  readonly hasLogin?: boolean;
  readonly host?: string;
  readonly isVerified?: boolean;
  readonly timeoutMs?: number;
  /** For the greeting alone: equal limits race with each other. */
  readonly greetingMs?: number;
  readonly to?: string;
}

/** An account as the language server tells it. */
export function account(parts: AccountParts): AccountInfo {
  const { port, security = "starttls", password = "", method = "plain", hasLogin = true } = parts;
  const { host = "127.0.0.1", isVerified = true, timeoutMs = 5000, to = "postmaster@example.com" } = parts;
  const timeout = written(timeoutMs, 11);
  const greeting = written(parts.greetingMs ?? timeoutMs, 11);
  return {
    name: "ops",
    nameRange: lineRange(LINE.name),
    range: { start: { line: 1, character: 0 }, end: { line: 20, character: 0 } },
    from: written('"Ops" <ops@example.com>', LINE.from),
    smtp: {
      protocol: "smtp",
      range: lineRange(LINE.host),
      host: written(host, LINE.host),
      port: written(port, LINE.port),
      security: written(security, LINE.security),
      ...(hasLogin
        ? {
            auth: {
              range: lineRange(LINE.username),
              method: written(method, LINE.method),
              username: written("ops@example.com", LINE.username),
              password: written(password, LINE.password),
            },
          }
        : {}),
      tls: { servername: written("localhost", 9), rejectUnauthorized: written(isVerified, LINE.caFile) },
      timeouts: { connection: timeout, greeting, socket: timeout },
    },
    failover: [],
    test: {
      to: written(to, LINE.to),
      subject: written("Grüße", 12),
      text: written("It works – 很好.", 13),
      attachments: [],
    },
    dkim: [],
  };
}

/** An editor whose user gives up on every question, beside what a test says. */
export function quietEditor(parts: Partial<Editor>): Editor {
  return {
    isTrusted: true,
    ask: async () => undefined,
    pick: async () => undefined,
    progress: (_title, task) => task(new AbortController().signal, () => {}),
    tell: () => {},
    show: async () => {},
    selection: () => "",
    reveal: async () => {},
    copy: async () => {},
    ...parts,
  };
}
