import type { Values } from "../../locale.ts";
import { isKeyRecord, isPieceOfKey } from "../../model/dkimKeys.ts";
import { hasTypography, isCutShort } from "../../model/policyRecord.ts";
import { isSpoiltByStrings } from "../../model/txtFaults.ts";
import { defineRule } from "../../rule.ts";
import type { DkimKey } from "../../syntax/dkim.ts";
import type { Span } from "../../text/span.ts";

type Message =
  | "character"
  | "seam"
  | "length"
  | "padding"
  | "truncated"
  | "unreadable"
  | "certificate"
  | "otherType"
  | "notRsa"
  | "notEd25519";

interface Fault {
  readonly message: Message;
  readonly data?: Values;
  readonly at: Span;
}

/** Reads the key as verifiers do, down to the DER. Armour and private keys are `dkim/private-key`. */
export default defineRule({
  code: "dkim/invalid-key",
  target: "dkim",
  severity: "error",
  fixable: false,
  summary: "The text of `p` is no public key of the type that `k` names.",
  docs: {
    why: "`p` holds a public key as base64: of an RSA key its SubjectPublicKeyInfo, of an Ed25519 key the 32 octets. A key \
that is cut off or has a foreign character in it cannot be read, and every signature that names it fails.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHUR"',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
  },
  references: ["RFC 6376 §3.6.1", "RFC 8463 §4", "RFC 4648 §4"],
  messages: {
    character: "`{character}` is no base64, so verifiers cannot read the key. Copy the key again.",
    seam: "A seam of strings was pasted into the key, and its quotes spoil the base64. Remove them.",
    length: "A base64 character is missing, so verifiers cannot read the key. Copy the key again.",
    padding: "The base64 lacks its final `=`, and strict verifiers refuse such a key. Add it.",
    truncated: "The key is cut off: {octets} of {promised} octets are here, so no verifier reads it. Copy it again.",
    unreadable: "The base64 holds no public key, so every signature with this selector fails. Copy the key again.",
    certificate: "This is a certificate, and verifiers want the bare public key. Write the key that is inside it.",
    otherType: "This key is neither RSA nor Ed25519, so no verifier uses it. Write a key of one of these types.",
    notRsa: "This is an Ed25519 key, but verifiers take it for RSA and fail. Write `k=ed25519`.",
    notEd25519: "This is an RSA key, but `k` says Ed25519, so verifiers fail. Write `k=rsa`.",
  },
  *check(target) {
    const { root, text } = target;
    const { key, keyType } = root;
    if (key === undefined || !isKeyRecord(target) || isPieceOfKey(target) || isCutShort(target)) return;
    if (key.form === "empty" || key.form === "pem" || key.isPrivate) return;
    // The quotes of a pasted seam: `txt/double-escaped` says it, and takes them out.
    if (/"\s?"/.test(text.value.slice(key.span.start, key.span.end))) return;
    if (hasTypography(text.value.slice(key.span.start, key.span.end))) return;
    // A text of 255 octets that ends inside its key was cut by an import: `txt/cut-at-255` says it.
    if (text.value.length === 255 && key.span.end === 255) return;
    const written = base64Fault(key, text.value);
    const fault =
      written === undefined || written.message === "padding" ? (keyFault(key, keyType) ?? written) : written;
    if (fault === undefined || isSpoiltByStrings(target, fault.at)) return;
    const severity = fault.message === "padding" ? "warning" : "error";
    yield { message: fault.message, data: fault.data ?? {}, span: text.spanOf(fault.at), severity };
  },
});

function base64Fault({ fault, form, octets, promisedOctets, bodySpan }: DkimKey, text: string): Fault | undefined {
  if (form === "truncated" && fault?.kind !== "character") {
    return { message: "truncated", data: { octets, promised: promisedOctets }, at: bodySpan };
  }
  if (fault === undefined) return undefined;
  if (fault.kind !== "character") return { message: fault.kind, at: fault.span };
  const character = text.slice(fault.span.start, fault.span.end);
  if (character !== '"') return { message: "character", data: { character }, at: fault.span };
  const [seam = character] = /^"[\s"]*/.exec(text.slice(fault.span.start, bodySpan.end)) ?? [];
  return { message: "seam", at: { start: fault.span.start, end: fault.span.start + seam.trimEnd().length } };
}

function keyFault({ form, type, span: at }: DkimKey, keyType: string): Fault | undefined {
  if (form === "certificate") return { message: "certificate", at };
  if (form === "unreadable") return { message: "unreadable", at };
  if (type === "other") return { message: "otherType", at };
  const wanted = keyType.toLowerCase();
  if (wanted === "rsa" && type === "ed25519") return { message: "notRsa", at };
  return wanted === "ed25519" && type === "rsa" ? { message: "notEd25519", at } : undefined;
}
