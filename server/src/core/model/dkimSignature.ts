import { type Canonicalization, fieldValue } from "./dkimCanonical.ts";

/** A DKIM-Signature field (RFC 6376 §3.5). */
export interface DkimSignature {
  /** The whole field, as it stands in the message. */
  readonly field: string;
  /** Lower case. */
  readonly domain: string;
  readonly selector: string;
  /** `rsa-sha256`, `ed25519-sha256`, or what else is written. */
  readonly algorithm: string;
  readonly headers: Canonicalization;
  readonly body: Canonicalization;
  readonly names: readonly string[];
  readonly bodyHash: string;
  readonly signature: string;
  /** How many octets of the body are signed; `undefined` for all. */
  readonly length: number | undefined;
  /** Seconds since 1970; `undefined` where it never expires. */
  readonly expires: number | undefined;
  /** The domain of `i=`, lower case. */
  readonly identity: string;
}

/** @returns `undefined` where a tag is missing that must be there, or says what nobody can read */
export function readSignature(field: string): DkimSignature | undefined {
  const tags = tagsOf(fieldValue(field));
  const required = ["v", "a", "d", "s", "h", "bh", "b"].every((name) => (tags.get(name) ?? "") !== "");
  if (!required || tags.get("v") !== "1") return undefined;
  const text = (name: string) => tags.get(name) ?? "";
  const [headers = "simple", body = "simple"] = text("c").toLowerCase().split("/");
  if (!isCanonicalization(headers) || !isCanonicalization(body || "simple")) return undefined;
  const domain = text("d").toLowerCase();
  const identity =
    text("i")
      .slice(text("i").lastIndexOf("@") + 1)
      .toLowerCase() || domain;
  return {
    field,
    domain,
    selector: text("s"),
    algorithm: text("a").toLowerCase(),
    headers,
    body: body === "relaxed" ? "relaxed" : "simple",
    names: text("h")
      .split(":")
      .map((it) => it.trim().toLowerCase()),
    bodyHash: text("bh").replace(/\s/g, ""),
    signature: text("b").replace(/\s/g, ""),
    length: numberOf(tags.get("l")),
    expires: numberOf(tags.get("x")),
    identity,
  };
}

function tagsOf(value: string): ReadonlyMap<string, string> {
  const pairs = value.split(";").map((tag) => {
    const equals = tag.indexOf("=");
    return [tag.slice(0, Math.max(0, equals)).trim(), tag.slice(equals + 1).trim()] as const;
  });
  return new Map(pairs);
}

function isCanonicalization(word: string): word is Canonicalization {
  return word === "relaxed" || word === "simple";
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
