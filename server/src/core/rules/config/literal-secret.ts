import { environmentName, storageName } from "../../facts/secretNames.ts";
import type { ConfigFile } from "../../model/config.ts";
import { rewrite } from "../../model/configEdits.ts";
import { distinct, secretsOf, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Fix, type Report } from "../../rule.ts";
import { edit } from "../../text/span.ts";

type Message = "secret" | "address";
type Title = "env" | "storage" | "drop";

/** A secret that stands in the file itself. Its text never gets into a message. */
export default defineRule({
  code: "config/literal-secret",
  target: "config",
  severity: "error",
  fixable: "suggestion",
  summary: "A password, token or key that stands in the file.",
  docs: {
    why: "The file is copied, committed and mailed around, and the secret goes with it. A reference reads it from the \
environment or from the editor's secret storage when mail is sent. A secret that was committed has to be changed.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, auth: { username: ops, password: hunter2 } } } }",
    good: 'version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, auth: { username: ops, password: "${env:OPS_PASSWORD}" } } } }',
  },
  references: ["CWE-798", "CWE-312"],
  messages: {
    secret: "`{key}` stands in the file, so everyone who reads it can send mail. Write a reference: `{reference}`.",
    address:
      "The address holds a password, which everyone who reads the file knows. Move it to `auth`, as a reference.",
  },
  titles: {
    env: "Read it from the environment",
    storage: "Read it from the secret storage",
    drop: "Take the password out of the address",
  },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, Title>> {
  for (const server of serversIn(file)) {
    const inAddress = server.address?.password;
    if (inAddress && inAddress.value !== "" && !inAddress.value.includes("${")) {
      const edits = [edit(inAddress.span.start - 1, inAddress.span.end, "")];
      yield { message: "address", span: inAddress.span, fix: { kind: "suggestion", title: "drop", edits } };
    }
    for (const [key, value] of server.auth ? secretsOf(server.auth) : []) {
      // A name in another program's form is config/undefined-reference.
      if (value.value.includes("${") || /^(?:\$\w+|%\w+%|\{\{.*\}\})$/.test(value.value)) continue;
      const name = environmentName(server.account.name, server.protocol, key);
      const written = `\${env:${name}}`;
      const fix: Fix<Title> = { kind: "suggestion", title: "env", edits: rewrite(file, value, written) };
      const stored = `\${secret:${storageName(name)}}`;
      const other: Fix<Title> = { kind: "suggestion", title: "storage", edits: rewrite(file, value, stored) };
      yield { message: "secret", data: { key, reference: written }, span: value.span, fix, alternatives: [other] };
    }
  }
}
