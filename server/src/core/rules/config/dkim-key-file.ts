import type { ConfigFile } from "../../model/config.ts";
import { dkimKeysIn, readKeyFile } from "../../model/configKeyFile.ts";
import { distinct } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

type Message = "missing" | "locked" | "public" | "noKey";

/** A key file that is not there or holds no private key; silent outside the workspace and where files cannot be read. */
export default defineRule({
  code: "config/dkim-key-file",
  target: "config",
  severity: "error",
  fixable: false,
  summary: "A private key file that is missing or holds no private key.",
  docs: {
    why: "Without the private key no mail is signed, DKIM does not pass, and with it DMARC may fail. The file has to hold the \
key in PEM form, without a passphrase.",
    bad: "version: 1\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: keys/none.pem } ]",
    good: "version: 1\ndkim: [ { domain: example.com, selector: s1 } ]",
  },
  references: ["RFC 6376 §3.3", "RFC 7468 §10"],
  messages: {
    missing: "`{path}` is not there, so no mail is signed. Write the right path, relative to this file.",
    locked: "`{path}` is locked with a passphrase, so no mail is signed. Write the key without one.",
    public: "`{path}` holds a public key, which cannot sign. Name the file with the private key.",
    noKey: "`{path}` holds no private key in PEM form, so no mail is signed. Name the file that does.",
  },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, never>> {
  for (const { privateKeyFile } of dkimKeysIn(file)) {
    const found = privateKeyFile && readKeyFile(file, privateKeyFile);
    if (!found || found.kind === "key" || found.kind === "unread") continue;
    yield { message: found.kind, data: { path: privateKeyFile.value }, span: privateKeyFile.span };
  }
}
