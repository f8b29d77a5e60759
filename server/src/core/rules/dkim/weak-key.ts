import { isKeyRecord } from "../../model/dkimKeys.ts";
import { defineRule } from "../../rule.ts";

/** RFC 8301 sets 1024 bits as the least that verifiers accept, and 2048 as what signers should use. */
export default defineRule({
  code: "dkim/weak-key",
  target: "dkim",
  severity: "error",
  fixable: false,
  summary: "An RSA key of fewer than 2048 bits is too easy to break.",
  docs: {
    why: "Verifiers must not accept RSA keys under 1024 bits: with such a key nothing is signed at all. Keys of 1024 bits \
still work, but their factors are within reach of those who have the means, so new keys should have 2048.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAPJsDbbm\
c+AesI7REz3o3hGHFR378xp9ZG5e7bbr0ilUt/enFG6KRR4WxX6255F+kukf/WGaSLZHPByqOvsCsTMCAwEAAQ=="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
  },
  references: ["RFC 8301 §3.2"],
  messages: {
    refused: "This RSA key has {bits} bits, and verifiers refuse keys under 1024. Make one of 2048 bits.",
    weak: "This RSA key has {bits} bits, which is within reach of attackers. Make one of 2048 bits.",
  },
  *check(target) {
    const { root, text } = target;
    const { key } = root;
    if (key?.type !== "rsa" || key.isPrivate || key.bits >= 2048 || !isKeyRecord(target)) return;
    const isRefused = key.bits < 1024;
    yield {
      message: isRefused ? "refused" : "weak",
      data: { bits: key.bits },
      span: text.spanOf(key.bodySpan),
      severity: isRefused ? "error" : "warning",
    };
  },
});
