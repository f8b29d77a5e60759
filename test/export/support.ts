import { randomUUID } from "node:crypto";
import { createEngine } from "../../server/src/core/engine/engine.ts";
import { type ExportTarget, exportAccount } from "../../server/src/core/export/index.ts";
import { accountsOf } from "../../server/src/core/features/config/accounts.ts";
import { translator } from "../../server/src/core/locale.ts";
import { memoryHost } from "../support/memoryHost.ts";

/** What the first account of a config becomes; a refusal fails the test. */
export function exported(config: string, target: ExportTarget, language = "en"): string {
  const result = exportedOrRefused(config, target, language);
  if ("refused" in result) throw new Error(result.refused);
  return result.text;
}

export function exportedOrRefused(config: string, target: ExportTarget, language = "en") {
  const source = createEngine(memoryHost()).open(".mailconfig.yaml", "config", config);
  if (source.kind !== "config") throw new Error("no config");
  const [account] = accountsOf(source.file, source.lines);
  if (account === undefined) throw new Error("no account");
  return exportAccount(account, target, { t: translator(language), createUuid: randomUUID });
}

/** Signs that mean something in one format or another. */
export const NASTY = `a'b"c$d\`e\\\\f&g<h>i;j|k%l\${x}m#n`;

/** An account with all that can be exported, and signs that every format has to escape. */
export const FULL = `version: 1
accounts:
  ops:
    from: "Ops \\"& Co\\" <ops@example.com>"
    smtp:
      host: smtp.example.com
      port: 587
      security: starttls
      auth: { method: login, username: ${JSON.stringify(NASTY)}, password: "\${env:OPS_PASSWORD}" }
      tls: { minVersion: TLSv1.2, servername: mx.example.com }
      ehloName: app.example.com
      timeouts: { connection: 10s, greeting: 5s, socket: 1m }
      pool: { maxConnections: 7, maxMessages: 50, ratePerSecond: 10 }
      failover: [ "submission://smtp.eu.example.com", "smtps://smtp.us.example.com" ]
    imap:
      host: imap.example.com
      port: 993
      security: tls
      auth: { username: ops@example.com, password: "\${secret:imap}" }
`;
