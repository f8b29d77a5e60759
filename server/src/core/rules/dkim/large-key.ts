import { isKeyRecord } from "../../model/dkimKeys.ts";
import { defineRule } from "../../rule.ts";

/** Verifiers must take 1024 to 4096 bits and may take more. */
export default defineRule({
  code: "dkim/large-key",
  target: "dkim",
  severity: "info",
  fixable: false,
  summary: "Verifiers need not take an RSA key of more than 4096 bits.",
  docs: {
    why: "Verifiers must be able to check RSA keys from 1024 to 4096 bits. A larger key may be refused, does not fit into one \
UDP answer, and is no safer in practice than one of 2048 bits.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p=" "MIICIzANBgkqhkiG9w0BAQEFAAOCAhAAMIICCwKCAgIA\
uKuDi/JPEmWnc/v2fKa2vt4S5YtVHcMVya0aRlxc0LJMnmR9XoJN9kza53ElzDnautNbhwBzxlEJzVA4NCaR7y3b24iB/Plj95oo\
lB19aIELx6kFsglybqs0/Fxds64hh14kzzLIJiNqR2ixy2IkAzqOiViQ" "TmrDILcpCNoe9H3ThTB3BBHWIcgR+5fLSKwYjjhxx\
6ORGjMAqpRddP0eI8tKPds2o0m+YXdoG6C9Tn0W2qXvFjjYIhnc8ed/HD/h881K3bmdRrcawCy/TZdXwydr+l5sllRidecii9MtQ\
kaJRsQmlV9HJR7upq16Vo0tQZjt6+diXrkbomMFuLd6bW0YMi1hBc4sxhP6" "sQe9mDqbfGBVcrX9zOmnYAJVFXvxnxEvk1L+h0\
mRb4lSH8mvZXeIu9qgPg0nAE8lOue6TOTSiVCbyaZti/6ICgomLhKy2ke5BrcRCNI5TnxDtFdUVhdjqqgLaAm2LjrwEG0qYCKIuY\
wjPFrQm3lvV9MwM0TFkt6y9gk3Pjp9wzW2BO1PD40LtoCw0KuXDojLU3yDl/ai" "6DgRYPQ6JGtHI0KtgQToKDBazUdm7n9HTPP\
/2gX4DLxZCgINWIgkSoRf1JQomHE2BYLKwmLt8MHH82HfukfJ71KUM1VWLd/PwV8GNx2GNccvXSICKNNkNks7YN7unb0rAgMBAAE\
="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
  },
  references: ["RFC 8301 §3.2"],
  messages: {
    large: "This RSA key has {bits} bits, and verifiers need not take more than 4096. Make one of 2048 bits.",
  },
  *check(target) {
    const { root, text } = target;
    const { key } = root;
    if (key?.type !== "rsa" || key.isPrivate || key.bits <= 4096 || !isKeyRecord(target)) return;
    yield { message: "large", data: { bits: key.bits }, span: text.spanOf(key.bodySpan) };
  },
});
