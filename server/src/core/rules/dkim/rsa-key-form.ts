import { isKeyRecord, keyEdit } from "../../model/dkimKeys.ts";
import { defineRule } from "../../rule.ts";

/** RFC 6376 names the PKCS#1 type, and shows SPKI; signers and verifiers settled on SPKI (erratum 3017). */
export default defineRule({
  code: "dkim/rsa-key-form",
  target: "dkim",
  severity: "warning",
  fixable: "safe",
  summary: "An RSA key in PKCS#1 form is read by some verifiers only.",
  docs: {
    why: "Nearly every published RSA key is a SubjectPublicKeyInfo, and many verifiers read nothing else. A bare PKCS#1 key \
(`MIIBCgKCAQ…`, from `BEGIN RSA PUBLIC KEY`) verifies at one receiver and fails at the next.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p=" "MIIBCgKCAQEAybFUsrNtZqeCbbb/o8LozzLmjqH+6XHv\
H6IZMLVcJ+nSt8cYgDlYpC5XlnJ1RHpvqu6wIc09LBkUgcg0bgescYqLRq4xiqh+Qp/8sYUNW2si37dCJkLZnujndpqCw8EQAOOo\
2LN2iWHjOtLAQqQqDLk6NS5Cl+h6Ddxyv3H4mFmAKp8Oww6FvJx0wuGK" "zaB/TEvAGrGuBVejdTZHfPyhrRDT9TosItM9w1Tex\
BJRFTKY9ATwp3KbR9n4hH1TroxJ1fPoWuEbG+kLXGmpjd5EQM6hHzziulENsmqLvYKK59ZXc30c+5PgvayR0bFBar4Py+3mSzRMK\
EkR30+hbddZQwIDAQAB"',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p=" "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\
ybFUsrNtZqeCbbb/o8LozzLmjqH+6XHvH6IZMLVcJ+nSt8cYgDlYpC5XlnJ1RHpvqu6wIc09LBkUgcg0bgescYqLRq4xiqh+Qp/8\
sYUNW2si37dCJkLZnujndpqCw8EQAOOo2LN2iWHjOtLAQqQqDLk6NS5C" "l+h6Ddxyv3H4mFmAKp8Oww6FvJx0wuGKzaB/TEvAG\
rGuBVejdTZHfPyhrRDT9TosItM9w1TexBJRFTKY9ATwp3KbR9n4hH1TroxJ1fPoWuEbG+kLXGmpjd5EQM6hHzziulENsmqLvYKK5\
9ZXc30c+5PgvayR0bFBar4Py+3mSzRMKEkR30+hbddZQwIDAQAB"',
  },
  references: ["RFC 6376 §3.6.1", "RFC 8017 §A.1.1", "RFC 5280 §4.1"],
  messages: { pkcs1: "This is an RSA key in PKCS#1 form, which many verifiers cannot read. Write it as SPKI." },
  titles: { spki: "Write the key as SPKI" },
  *check(target) {
    const { root, text } = target;
    const { key } = root;
    if (key?.form !== "pkcs1" || key.wanted === undefined || key.fault !== undefined || !isKeyRecord(target)) return;
    if (root.keyType.toLowerCase() !== "rsa") return;
    const edits = [keyEdit(target, key.span, key.wanted)];
    yield { message: "pkcs1", span: text.spanOf(key.span), fix: { kind: "safe", title: "spki", edits } };
  },
});
