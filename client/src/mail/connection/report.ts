import type { Range } from "../../../../server/src/core/text/span.ts";
import type { ServerInfo } from "../account.ts";
import type { Failure } from "../failure.ts";
import type { TlsInfo } from "./certificate.ts";

/** What a connection is made of, in the order in which it is tried; STARTTLS comes after the greeting, implicit TLS before. */
export type StepName = "dns" | "tcp" | "tls" | "greeting" | "starttls" | "capabilities" | "login";

export interface Step {
  readonly name: StepName;
  readonly state: "passed" | "failed" | "skipped";
  /** Milliseconds. */
  readonly ms: number;
  readonly failure?: Failure;
}

/** What was learned of a server on the way. */
export interface ServerFacts {
  readonly addresses?: readonly string[];
  /** The one that answered. */
  readonly address?: string;
  readonly tls?: TlsInfo;
  readonly greeting?: string;
  /** Capabilities before TLS. */
  readonly offered?: readonly string[];
  /** Capabilities where the login happens. */
  readonly capabilities?: readonly string[];
  /** Login methods there, in capitals. */
  readonly methods?: readonly string[];
  /** The server's words to the login. */
  readonly loginReply?: string;
}

/** Something to change or to know, with the text of the config that decides it. */
export interface ConnectionFinding {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  /** What to do; `""` where that is said already. */
  readonly next: string;
  readonly place: Range;
}

export interface ServerReport {
  readonly server: ServerInfo;
  readonly isFailover: boolean;
  readonly steps: readonly Step[];
  readonly facts: ServerFacts;
  readonly findings: readonly ConnectionFinding[];
}

export interface ConnectionReport {
  readonly account: string;
  readonly servers: readonly ServerReport[];
  readonly isCancelled: boolean;
}

export function hasFailed({ servers }: ConnectionReport): boolean {
  return servers.some(({ findings }) => findings.some(({ severity }) => severity === "error"));
}
