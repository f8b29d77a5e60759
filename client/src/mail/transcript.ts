import { format } from "node:util";
import { redact } from "../../../server/src/core/redact.ts";
import { decodeReply } from "./decodeReply.ts";
import type { Hear } from "./dialogue/lineSocket.ts";
import type { TransportLog } from "./transport.ts";

/** Takes one line of the conversation, already redacted. */
export type WriteLine = (line: string) => void;

/** Takes secrets out of a text. */
export type HideSecrets = (text: string) => string;

const MARKS = { client: "C: ", server: "S: ", network: "* " } as const;

/**
 * Writes what is heard: `C:` and `S:` before what client and server say, `*` before what happens on the line. No secret
 * passes: not as it is, not in base64 as AUTH sends it, not encoded for a URL.
 *
 * @param secrets known at the time of each line
 */
export function transcribe(write: WriteLine, secrets: () => readonly string[]): Hear {
  return (speaker, text) => {
    const forms = secretForms(secrets());
    for (const line of linesOf(text)) {
      if (line !== "") write(MARKS[speaker] + redact(line, forms));
    }
  };
}

/** The same for nodemailer's log, which holds what the client says in AUTH. */
export function transcriptLog(write: WriteLine, secrets: () => readonly string[]): TransportLog {
  const hear = transcribe(write, secrets);
  let isAuth = false;
  return ({ tnx }, message, ...values) => {
    const text = decodeReply(format(message, ...values));
    if (tnx !== "client") hear(tnx === "server" ? tnx : "network", text);
    else {
      for (const line of linesOf(text)) {
        // Everything the client says after it is part of the login, until the server ends it.
        isAuth ||= /^AUTH\b/i.test(line);
        hear(tnx, isAuth ? hideAuth(line) : line);
      }
    }
    if (tnx === "server" && !/^334/.test(text)) isAuth = false;
  };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** Takes known secrets out of what a server says where it is shown as it is, such as a list of login methods. */
export function secretHider(secrets: readonly string[]): HideSecrets {
  const forms = secretForms(secrets);
  return (text) => forms.reduce((shown, form) => shown.replaceAll(form, "***"), text);
}

function hideAuth(line: string): string {
  const start = /^AUTH\s+\S+/i.exec(line)?.[0];
  if (start === undefined) return "***";
  return line.length > start.length ? `${start} ***` : start;
}

/**
 * The ways a secret may be written: itself and its lines, in JSON, in a URL or a form, in hexadecimal, read in the wrong
 * encoding, and inside a longer base64 at each of the three alignments.
 */
export function secretForms(secrets: readonly string[]): readonly string[] {
  const whole = secrets.filter((it) => it !== "");
  const lines = whole.flatMap((it) => it.split(/[\r\n]+/)).filter((it) => it.length >= LEAST_LINE);
  const forms = [...new Set([...whole, ...lines])].flatMap((secret) => [secret, ...encodedForms(secret)]);
  // Longer ones first: a form may hold another one.
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

/** A shorter line of a secret may be an ordinary word. */
const LEAST_LINE = 4;

function encodedForms(secret: string): readonly string[] {
  const whole = Buffer.from(secret, "utf8");
  const wellFormed = whole.toString("utf8"); // A lone surrogate has no place in a URL.
  const form = new URLSearchParams({ "": wellFormed }).toString().slice(1);
  const escaped = [encodeURIComponent(wellFormed), encodeURI(wellFormed), form];
  const lowerCase = escaped.map((it) => it.replace(/%../g, (octet) => octet.toLowerCase()));
  const plain = [JSON.stringify(secret).slice(1, -1), ...escaped, ...lowerCase, whole.toString("latin1")];
  if (whole.length < 4) return plain;
  const base64 = [0, 1, 2].flatMap((shift) => {
    const aligned = Buffer.concat([Buffer.alloc(shift), whole]).toString("base64");
    // What shares six bits with its neighbours differs from text to text.
    const stable = aligned.slice(shift === 0 ? 0 : shift + 1, Math.floor(((shift + whole.length) * 8) / 6));
    return [stable, stable.replaceAll("+", "-").replaceAll("/", "_")];
  });
  return [...plain, whole.toString("base64"), whole.toString("hex"), whole.toString("hex").toUpperCase(), ...base64];
}
