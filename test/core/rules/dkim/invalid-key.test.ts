import rule from "../../../../server/src/core/rules/dkim/invalid-key.ts";
import { ed25519Key, pkcs1, rsaKey } from "../../../support/keys.ts";
import { testRule } from "../../../support/testRule.ts";

const rsa = rsaKey(1024);
const ed = ed25519Key();
const spaced = rsa.spki.replace(/(.{40})/g, "$1 ");

testRule(rule, {
  origin: "example.com.",
  clean: [
    // `txt/double-escaped` says it.
    `s1._domainkey TXT "v=DKIM1; p=${rsa.spki.slice(0, 100)}\\"\\"${rsa.spki.slice(100)}"`,
    's1._domainkey TXT "v=DKIM1; p=AAAA–AAAA"',
    `s1._domainkey TXT "v=DKIM1; p=${rsa.spki}"`,
    `s1._domainkey TXT "v=DKIM1; k=rsa; p=${spaced}"`,
    `s1._domainkey TXT ( "v=DKIM1; p=${rsa.spki.slice(0, 99)}"\n "${rsa.spki.slice(99)}" )`,
    `s1._domainkey TXT v=DKIM1\\;p=${rsa.spki}`,
    `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${ed.raw}"`,
    `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${ed.raw.replace("=", " =")}"`,
    `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${ed.spki}"`,
    `s1._domainkey TXT "v=DKIM1; p=${pkcs1(rsa)}"`,
    's1._domainkey TXT "v=DKIM1; p="',
    `s1._domainkey TXT "v=DKIM1; p=-----BEGIN PUBLIC KEY-----${rsa.spki}-----END PUBLIC KEY-----"`,
    `s1._domainkey TXT "v=DKIM1; k=ecdsa; p=${ed.raw}"`,
    "s1._domainkey TXT v=DKIM1; p=AAAA",
  ],
  reported: [
    {
      text: `s1._domainkey TXT "v=DKIM1; p=${rsa.spki.slice(0, 30)}«*»${rsa.spki.slice(30)}"`,
      message: "`*` is no base64, so verifiers cannot read the key. Copy the key again.",
    },
    {
      text: `s1._domainkey TXT "v=DKIM1; p=${rsa.spki.slice(0, 100)}«\\"»${rsa.spki.slice(100)}"`,
      message: "A seam of strings was pasted into the key, and its quotes spoil the base64. Remove them.",
    },
    {
      text: `s1._domainkey TXT "v=DKIM1; p=«${rsa.spki.slice(0, 100)}»"`,
      message: "The key is cut off: 75 of 162 octets are here, so no verifier reads it. Copy it again.",
    },
    {
      text: `s1._domainkey TXT "v=DKIM1; p=«${ed.raw}»"`,
      message: "This is an Ed25519 key, but verifiers take it for RSA and fail. Write `k=ed25519`.",
    },
    {
      text: `s1._domainkey TXT "v=DKIM1; k=ed25519; p=«${rsa.spki}»"`,
      message: "This is an RSA key, but `k` says Ed25519, so verifiers fail. Write `k=rsa`.",
    },
    {
      text: `s1._domainkey TXT "v=DKIM1; k=ed25519; p=${ed.raw.slice(0, -2)}«${ed.raw.slice(-2, -1)}»"`,
      message: "The base64 lacks its final `=`, and strict verifiers refuse such a key. Add it.",
      severity: "warning",
    },
    { text: 's1._domainkey TXT "v=DKIM1; p=AAAA«B»"' },
    { text: 's1._domainkey TXT "v=DKIM1; p=«AAA»"' },
    { text: 's1._domainkey TXT ( "p=«AAAA"\n "AAAA»" )\ns2._domainkey TXT "P=; p=«k3Jz»"' },
    { text: 's1._domainkey TXT "v=DKIM1; p=AAAA«\\046»..."' },
  ],
});
