import type { ConfigFile } from "../../model/config.ts";
import { dkimKeysIn, readKeyFile } from "../../model/configKeyFile.ts";
import { distinct } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

export default defineRule({
  code: "config/dkim-weak-key",
  target: "config",
  severity: "warning",
  fixable: false,
  summary: "A DKIM key under 2048 bits.",
  docs: {
    why: "Receivers ignore RSA keys under 1024 bits, and keys of 1024 can be broken by those with money for it. Signers \
should use 2048; it still fits into a TXT record of two strings.",
    bad: "version: 1\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: rsa1024.pem } ]",
    good: "version: 1\ndkim: [ { domain: example.com, selector: s1 } ]",
  },
  references: ["RFC 8301 §3.2", "RFC 6376 §3.3.3"],
  messages: {
    weak: "This RSA key has {bits} bits: receivers distrust it, and it can be broken. Make one of 2048.",
    ignored: "This RSA key has {bits} bits, and receivers ignore such signatures. Make one of 2048.",
  },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"weak" | "ignored", never>> {
  for (const { privateKeyFile } of dkimKeysIn(file)) {
    const found = privateKeyFile && readKeyFile(file, privateKeyFile);
    if (!privateKeyFile || found?.kind !== "key" || found.publicKey.type !== "rsa" || found.publicKey.bits === 0)
      continue;
    const { bits } = found.publicKey;
    if (bits < 2048) yield { message: bits < 1024 ? "ignored" : "weak", data: { bits }, span: privateKeyFile.span };
  }
}
