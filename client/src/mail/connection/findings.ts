import { saslFact } from "../../../../server/src/core/facts/capabilities.ts";
import type { Translate } from "../../../../server/src/core/locale.ts";
import type { Range } from "../../../../server/src/core/text/span.ts";
import type { AccountInfo, ServerInfo } from "../account.ts";
import { bareAddress } from "../address.ts";
import { placeOf } from "../failure.ts";
import { certificateFindings } from "./certificateFindings.ts";
import { isPrivateAddress } from "./open.ts";
import type { ConnectionFinding, ServerFacts, Step } from "./report.ts";

/** All that a visit to a server has brought. */
export interface Visited {
  readonly account: AccountInfo;
  readonly server: ServerInfo;
  readonly steps: readonly Step[];
  readonly facts: ServerFacts;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What to change or to know, the worst first. */
export function findingsOf(visited: Visited, t: Translate): readonly ConnectionFinding[] {
  const found = [
    ...failedStep(visited, t),
    ...certificateFindings(visited, t),
    ...loginFindings(visited, t),
    ...cleartextFindings(visited, t),
    ...messageFindings(visited, t),
    ...addressFindings(visited, t),
  ];
  const order = ["error", "warning", "info"];
  return found.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** What broke the visit off. A bad certificate is told with its days and names elsewhere. */
function failedStep({ account, server, steps, facts }: Visited, t: Translate): readonly ConnectionFinding[] {
  const failure = steps.find(({ state }) => state === "failed")?.failure;
  const isCertificate = steps.some(({ name, state }) => name === "tls" && state === "failed") && facts.tls;
  if (failure === undefined || isCertificate) return [];
  const { explanation, place } = failure;
  const [method] = unofferedMethod(server, facts);
  if (method !== undefined && steps.some(({ name, state }) => name === "login" && state === "failed")) {
    return [unoffered(method, placeOf("authMethod", account, server), facts, t)];
  }
  const message = explanation?.what ?? t("The server refuses and gives no reason that is known here.");
  const next = explanation?.next ?? t("Read its reply in the report, or ask whoever runs this server.");
  return [{ severity: "error", message, next, place }];
}

const WIRE = { plain: "PLAIN", login: "LOGIN", "cram-md5": "CRAM-MD5", xoauth2: "XOAUTH2", none: "" } as const;

/** The configured method, where the server offers others but not this one. */
function unofferedMethod(server: ServerInfo, { methods = [] }: ServerFacts): readonly string[] {
  const { protocol, auth } = server;
  const method = WIRE[auth?.method.value ?? "none"];
  // IMAP and POP3 have a login of their own for these, beside the listed ones.
  const isBuiltIn = protocol !== "smtp" && (method === "PLAIN" || method === "LOGIN");
  return method === "" || isBuiltIn || methods.length === 0 || methods.includes(method) ? [] : [method];
}

function unoffered(method: string, place: Range, { methods = [] }: ServerFacts, t: Translate): ConnectionFinding {
  const usable = Object.entries(WIRE).filter(([, wire]) => methods.includes(wire));
  return {
    severity: "error",
    message: t("The server does not offer the login method `{method}`.", { method: method.toLowerCase() }),
    next:
      usable.length > 0
        ? t("Write one that it offers: {methods}.", { methods: usable.map(([name]) => `\`${name}\``).join(", ") })
        : t("It offers {methods}, none of which this program can use.", { methods: methods.join(", ") }),
    place,
  };
}

function loginFindings({ account, server, steps, facts }: Visited, t: Translate): readonly ConnectionFinding[] {
  const { auth, protocol } = server;
  const { methods } = facts;
  const hasFailed = steps.some(({ state }) => state === "failed");
  if (auth === undefined || auth.method.value === "none" || methods === undefined || hasFailed) return [];
  const place = placeOf("authMethod", account, server);
  if (protocol === "smtp" && methods.length === 0) {
    return [
      {
        severity: "warning",
        message: t("The server offered no login, so user name and password were not tested."),
        next: t("Take `auth` out if this server needs none; else use the port for submission, 465 or 587."),
        place,
      },
    ];
  }
  const isWeak = /MD5/.test(WIRE[auth.method.value]) && methods.includes("PLAIN") && server.security.value !== "none";
  const weak = isWeak ? saslFact(WIRE[auth.method.value]) : undefined;
  if (weak === undefined) return [];
  return [{ severity: "info", message: t(weak.what), next: t("Write `method: plain`, which TLS protects."), place }];
}

/** Passwords that go over the line as they are. */
function cleartextFindings({ server, facts }: Visited, t: Translate): readonly ConnectionFinding[] {
  const { security, auth } = server;
  const { address = "", capabilities = [] } = facts;
  if (security.value !== "none" || address === "") return [];
  const isLocal = /^(?:127\.|::1$)/.test(address);
  const sends = auth !== undefined && (auth.method.value === "plain" || auth.method.value === "login");
  const offers = capabilities.some((it) => /^(?:STARTTLS|STLS)$/i.test(it.trim()));
  if (isLocal || (!sends && !offers)) return [];
  return [
    {
      severity: sends ? "error" : "warning",
      message: sends
        ? t("The password goes over this connection in cleartext.")
        : t("The server offers STARTTLS, but the configuration stays in cleartext."),
      next: offers ? t("Write `security: starttls`.") : t("Use a port with TLS from the first byte."),
      place: security.range,
    },
  ];
}

/** What the file's test mail asks for and the server does not have. */
function messageFindings({ account, server, facts }: Visited, t: Translate): readonly ConnectionFinding[] {
  const { capabilities } = facts;
  if (server.protocol !== "smtp" || capabilities === undefined) return [];
  const has = (name: string) => capabilities.some((it) => it.toUpperCase().split(" ")[0] === name);
  const found: ConnectionFinding[] = [];
  const { from, test } = account;
  const addresses = [from, test.to].filter((it) => it !== undefined);
  const beyond = addresses.find((it) => /[^\0-\x7f]/.test(bareAddress(it.value).split("@")[0] ?? ""));
  if (beyond !== undefined && !has("SMTPUTF8")) {
    found.push({
      severity: "warning",
      message: t("The server has no SMTPUTF8, so it takes no addresses with letters beyond ASCII."),
      next: t("Write an address in ASCII, or use another server."),
      place: beyond.range,
    });
  }
  if (test.dsn !== undefined && !has("DSN")) {
    found.push({
      severity: "info",
      message: t("The server has no DSN: it sends no reports on request."),
      next: t("Take `test.dsn` out, or use another server."),
      place: test.dsn.range,
    });
  }
  return found;
}

/** A public name that leads into a private network: a wrong record, or somebody who answers in its place. */
function addressFindings({ server, facts }: Visited, t: Translate): readonly ConnectionFinding[] {
  const host = server.host?.value ?? "";
  const { addresses = [] } = facts;
  const isName = host.includes(".") && /[a-z]/i.test(host) && !/\.(?:local|internal|lan|home|corp|test)$/i.test(host);
  const inside = addresses.find(isPrivateAddress);
  if (!isName || inside === undefined) return [];
  return [
    {
      severity: "info",
      message: t("`{host}` leads to {address}, an address inside a private network.", { host, address: inside }),
      next: t("That is right inside an organisation; else ask who answers for this name."),
      place: server.host?.range ?? server.range,
    },
  ];
}
