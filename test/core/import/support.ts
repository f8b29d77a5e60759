import { createEngine } from "../../../server/src/core/engine/engine.ts";
import {
  importSettings,
  noteLines,
  placeSecrets,
  type SecretPlace,
  writeConfig,
} from "../../../server/src/core/import/index.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const t = translator("en");

/** What a source becomes, as a user sees it. */
export function imported(name: string, source: string, place: SecretPlace = "environment", address?: string) {
  const result = importSettings(name, source, address === undefined ? {} : { address });
  const { accounts, secrets } = placeSecrets(result, place);
  const text = writeConfig({ accounts, source: name, notes: result.notes }, t);
  const config = createEngine(memoryHost()).open(".mailconfig.yaml", "config", text);
  const findings = config.lint({ severities: {}, extraTypes: [], limit: 100, language: "en" });
  return {
    text,
    /** Below `accounts:`, two blanks less. */
    accounts: text.slice(text.indexOf("\naccounts:") + "\naccounts:\n".length).replace(/^ {2}/gm, ""),
    notes: noteLines(result.notes, t)
      .slice(1)
      .map((it) => it.trim()),
    secrets: secrets.map(({ name: variable, literal }) => `${variable}=${literal ?? "?"}`),
    errors: findings.filter(({ severity }) => severity === "error").map(({ code }) => code),
    findings: findings.map(({ code }) => code),
  };
}
