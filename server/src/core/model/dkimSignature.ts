import { itemsOf, parseTagList, tagOf } from "../syntax/tagList.ts";
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

/** @returns `undefined` where a tag is missing that must be there, stands there twice, or says what nobody can read */
export function readSignature(field: string): DkimSignature | undefined {
  const { root, issues } = parseTagList(fieldValue(field), { group: "dkim", names: [] });
  const text = (name: string) => tagOf(root, name)?.value ?? "";
  const required = ["v", "a", "d", "s", "h", "bh", "b"].every((name) => text(name) !== "");
  if (!required || text("v") !== "1" || issues.some(({ code }) => code === "dkim/duplicate-tag")) return undefined;
  const [headers = "simple", body = ""] = (text("c") || "simple").toLowerCase().split("/");
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
    names: itemsOf(tagOf(root, "h"), ":").map((it) => it.text.toLowerCase()),
    bodyHash: text("bh").replace(/\s/g, ""),
    signature: text("b").replace(/\s/g, ""),
    length: numberOf(text("l")),
    expires: numberOf(text("x")),
    identity,
  };
}

function isCanonicalization(word: string): word is Canonicalization {
  return word === "relaxed" || word === "simple";
}

function numberOf(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
