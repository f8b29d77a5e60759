import { say } from "../../../locale.ts";
import { type TagFact, tag } from "./tagFact.ts";

/** RFC 6376 §3.6.1. */
export const DKIM_TAGS: readonly TagFact[] = [
  tag("v", "RFC 6376 §3.6.1", say("The version. Where it is written, it stands first and is exactly `DKIM1`."), {
    values: [["DKIM1", say("The only version there is.")]],
  }),
  tag("k", "RFC 6376 §3.6.1", say("The type of the key; without it `rsa`."), {
    values: [
      ["rsa", say("RSA: every verifier takes it. At least 2048 bits.")],
      ["ed25519", say("Ed25519: short and strong; sign with RSA too, since not every verifier knows it.")],
    ],
  }),
  tag(
    "p",
    "RFC 6376 §3.6.1",
    say("The public key in base64: verifiers check signatures with it. An empty one revokes the selector."),
    {
      example: "MIIBIjANBgkqh…",
    },
  ),
  tag("h", "RFC 6376 §3.6.1", say("The hash algorithms that signatures may use; without it all."), {
    separator: ":",
    values: [
      ["sha256", say("The one that everybody uses.")],
      ["sha1", say("Broken: verifiers must not accept it.")],
    ],
  }),
  tag("s", "RFC 6376 §3.6.1", say("What the key may sign; without it everything."), {
    separator: ":",
    values: [
      ["*", say("Everything: the default.")],
      ["email", say("Mail only.")],
    ],
  }),
  tag("t", "RFC 6376 §3.6.1", say("Flags."), {
    separator: ":",
    values: [
      ["y", say("A test: verifiers treat signed mail as if it were not signed.")],
      ["s", say("The domain after the `@` of `i=` must be exactly that of `d=`, no subdomain.")],
    ],
  }),
  tag("n", "RFC 6376 §3.6.1", say("A note for people; no program reads it."), { example: "rotated yearly" }),
  tag("g", "RFC 6376 §3.6.1", say("Removed: the local part that the key was for. Verifiers ignore it."), {
    example: "*",
    isObsolete: true,
  }),
];
