import { say, type Translate } from "../../locale.ts";
import { fieldName, fieldValue, messageParts } from "../../model/dkimCanonical.ts";

/** One result that the receiving server wrote into the mail (RFC 8601 §2.2). */
export interface ReceivedResult {
  /** The server that checked: the authserv-id. */
  readonly by: string;
  readonly method: string;
  readonly result: string;
  /** `smtp.mailfrom=example.com`, `header.d=example.com`, as written. */
  readonly properties: string;
  /** What the receiver says of it; `""` for nothing. */
  readonly reason: string;
  /** What it means, in the user's language; `""` where it is not known. */
  readonly meaning: string;
}

/**
 * The Authentication-Results of a mail that arrived: those that its own server put on top. What stands further down came
 * with the mail and proves nothing (RFC 8601 §1.6).
 *
 * @param message one character an octet
 */
export function receivedResults(message: string, t: Translate): readonly ReceivedResult[] {
  const { fields } = messageParts(message);
  const values = fields.filter((it) => fieldName(it) === "authentication-results").map(fieldValue);
  const [own = ""] = values.map(serverOf);
  return values
    .filter((value) => serverOf(value) === own)
    .flatMap((value) => partsOf(value).flatMap((part) => resultIn(part, own, t)));
}

/**
 * The address that handed a mail over, from the topmost Received field that names one (RFC 5321 §4.4).
 *
 * @param message one character an octet
 */
export function handingOverAddress(message: string): string | undefined {
  const received = messageParts(message).fields.find((it) => fieldName(it) === "received");
  const from = received === undefined ? "" : (fieldValue(received).split(/\sby\s/)[0] ?? "");
  const [, address] = /\[(?:IPv6:)?([\da-fA-F.:]{3,45})\]/.exec(from) ?? [];
  return address;
}

/** `""` where the field begins with a result, as Microsoft writes it. */
function serverOf(value: string): string {
  const [first = ""] = partsOf(value);
  return first.includes("=") ? "" : (first.trim().split(/\s/)[0] ?? "");
}

/** The stretches between semicolons outside comments and quotes. */
function partsOf(value: string): readonly string[] {
  return value.match(/(?:[^;("]|\([^()]*\)|"[^"]*"|[("])+/g) ?? [];
}

function resultIn(part: string, by: string, t: Translate): readonly ReceivedResult[] {
  const comments = [...part.matchAll(/\(([^()]*)\)/g)].map(([, text = ""]) => text.trim());
  const plain = part.replace(/\([^()]*\)/g, " ");
  const [, method = "", result = ""] = /^\s*([a-z-]{1,30})(?:\/\d+)?\s*=\s*([a-z]{1,20})\b/i.exec(plain) ?? [];
  if (method === "") return [];
  const rest = plain.slice(plain.indexOf("=") + 1).trim();
  const [, quoted, bare] = /\breason\s*=\s*(?:"([^"]*)"|(\S+))/i.exec(rest) ?? [];
  const properties = rest.match(/\b[a-z]+\.[a-z-]+\s*=\s*[^\s;]+/gi) ?? [];
  const sentence = MEANINGS[`${method.toLowerCase()}=${result.toLowerCase()}`] ?? MEANINGS[result.toLowerCase()];
  return [
    {
      by,
      method: method.toLowerCase(),
      result: result.toLowerCase(),
      properties: properties.map((it) => it.replace(/\s+/g, "")).join(" "),
      reason: [quoted ?? bare ?? "", ...comments].filter((it) => it !== "").join("; "),
      meaning: sentence === undefined ? "" : t(sentence),
    },
  ];
}

/** By method and result, or by the result alone (RFC 8601 §2.7). */
const MEANINGS: Readonly<Record<string, string>> = {
  "spf=pass": say("The sending host is listed by the domain of the envelope sender."),
  "spf=fail": say("The sending host is not listed, and the record says to refuse it. Add it to the SPF record."),
  "spf=softfail": say("The sending host is not listed, and the record calls it suspicious. Add it to the SPF record."),
  "spf=neutral": say("The SPF record says nothing about the sending host."),
  "spf=none": say("The domain of the envelope sender has no SPF record."),
  "dkim=pass": say("The signature holds: signed headers and body are as they were sent."),
  "dkim=fail": say("The signature does not hold: another key is published, or the mail was changed on the way."),
  "dkim=none": say("The mail came without a signature."),
  "dkim=neutral": say("The signature could not be read, or its key is not for mail."),
  "dkim=policy": say(
    "The signature holds, but the receiver does not accept it: its key is too short, or it covers too little.",
  ),
  "dmarc=pass": say("SPF or DKIM passes for the From domain."),
  "dmarc=fail": say("Neither SPF nor DKIM passes for the From domain, so its policy is applied."),
  "dmarc=none": say("The From domain has no DMARC record."),
  "dmarc=bestguesspass": say("There is no DMARC record; Microsoft would have let the mail pass by one."),
  "arc=pass": say("The servers that forwarded the mail vouch for what they found."),
  "arc=none": say("The mail was not forwarded by a server that says so."),
  "arc=fail": say("The chain of forwarding servers is broken."),
  "auth=pass": say("The sender logged in."),
  "iprev=pass": say("The name and the address of the sending host fit each other."),
  "iprev=fail": say("The sending host has no name in reverse DNS that leads back to its address."),
  "compauth=pass": say("Microsoft takes the sender for genuine."),
  "compauth=fail": say("Microsoft takes the sender for forged."),
  temperror: say("DNS did not answer the receiver at that moment."),
  permerror: say("The published record is broken, so the receiver cannot use it."),
};
