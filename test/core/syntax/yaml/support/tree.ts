import type { YamlDocument, YamlFile, YamlNode } from "../../../../../server/src/core/syntax/yaml/nodes.ts";
import { bigFile } from "./broken.ts";

export function first({ documents }: YamlFile): YamlDocument {
  const [document] = documents;
  if (!document) throw new Error("the text has no document");
  return document;
}

/** All nodes in the order written, no alias followed. */
export function nodesOf({ documents }: YamlFile): YamlNode[] {
  const below = (node: YamlNode): YamlNode[] => {
    if (node.kind === "sequence") return [node, ...node.items.flatMap(below)];
    if (node.kind === "mapping")
      return [node, ...node.pairs.flatMap(({ key, value }) => [...below(key), ...below(value)])];
    return [node];
  };
  return documents.flatMap(({ root }) => below(root));
}

/** Documents as plain values; a later duplicate wins, aliases stay. */
export function toPlain({ documents }: YamlFile): unknown[] {
  const plain = (node: YamlNode): unknown => {
    if (node.kind === "scalar") return node.value;
    if (node.kind === "alias") return `*${node.name}`;
    if (node.kind === "sequence") return node.items.map(plain);
    return Object.fromEntries(
      node.pairs.map(({ key, value }) => [key.kind === "scalar" ? key.value : "?", plain(value)]),
    );
  };
  return documents.map(({ root }) => plain(root));
}

export const EXAMPLES: readonly string[] = [
  `version: 1
domain: example.com              # the mail domain
zones:
  example.com: dns/example.com.zone
accounts:
  ops:
    provider: qq
    from: "Ops <ops@example.com>"
    smtp: &smtp
      host: smtp.example.com
      port: 465
      auth: { method: plain, username: 'o''ps', password: "\${env:SMTP_PASSWORD}" }
      timeouts: { connection: 10s, greeting: 10s }
      failover: [ "smtps://smtp.eu.example.com" ]   # other regions
    imap: { <<: *smtp, port: 993 }
    pop3: pop3s://pop.example.com
  # a second one
  dev:
    smtp:
      <<: *smtp
      ehloName: !host mail.example.com
dkim:
  - { domain: example.com, selector: s2026, privateKeyFile: keys/s2026.pem }
  - domain: example.net
    selector: s1

test:
  text: |
    It works.
     # no comment
  subject: >-
    two
    lines
rules: { spf/neutral-all: off }
`,
  "# CRLF\r\nversion: 1\r\ndkim:\r\n- domain: a\r\n  selector: b # c\r\n-\r\n---\r\naccounts: {\r\n  a: { smtp: x },\r\n  b: [ 1,\r\n    2 ]\r\n  }\r\n...\r\n",
  bigFile(40),
];
