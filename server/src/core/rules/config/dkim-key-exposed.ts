import type { ConfigFile } from "../../model/config.ts";
import { dkimKeysIn, readKeyFile } from "../../model/configKeyFile.ts";
import { distinct } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

type Message = "readable" | "git";

/** A private key that others on the machine may read, or that the next commit takes along. */
export default defineRule({
  code: "config/dkim-key-exposed",
  target: "config",
  severity: "warning",
  fixable: false,
  summary: "A private key that others may read, or that git would take into a commit.",
  docs: {
    why: "Whoever has the key signs mail as your domain, and every receiver believes it. In a repository it is in everyone's \
hands for good; then only a new key under a new selector helps.",
    bad: "version: 1\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: exposed.pem } ]",
    good: "version: 1\ndkim: [ { domain: example.com, selector: s1 } ]",
  },
  references: ["RFC 6376 §8.2", "CWE-732"],
  messages: {
    readable: "Others on this machine may read `{path}` and sign as {domain}. Take their rights away (`chmod 600`).",
    git: "git would commit `{path}`, and whoever sees the repository signs as {domain}. Name it in `.gitignore`.",
  },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, never>> {
  for (const { privateKeyFile, domain } of dkimKeysIn(file)) {
    const found = privateKeyFile && readKeyFile(file, privateKeyFile);
    if (!found || (found.kind !== "key" && found.kind !== "unread")) continue;
    const safety = file.fileSafety(found.path);
    const data = { path: privateKeyFile.value, domain: domain?.value ?? "?" };
    if (safety?.isReadableByOthers) yield { message: "readable", data, span: privateKeyFile.span };
    if (safety?.isSeenByGit) yield { message: "git", data, span: privateKeyFile.span };
  }
}
