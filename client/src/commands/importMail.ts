import {
  accountEntries,
  importSettings,
  noteLines,
  type PlacedSecrets,
  placeSecrets,
  type SecretPlace,
  writeConfig,
} from "../../../server/src/core/import/index.ts";
import { joinSentences } from "../../../server/src/core/text/sentences.ts";
import { type ConfigTools, writeAccounts } from "./configTools.ts";

/** The command “Import mail settings”: another program's settings become accounts of a config. */
export async function importMail(tools: ConfigTools): Promise<boolean> {
  const { editor, t } = tools;
  const source = await tools.source();
  if (source === undefined) return false;
  const imported = importSettings(source.name, source.text);
  const notes = noteLines(imported.notes, t);
  const showNotes = { title: t("Show what was not kept"), run: () => tools.open(`${notes.join("\n")}\n`, "plaintext") };
  if (imported.accounts.length === 0) {
    editor.tell(
      "error",
      t("No mail account was found in {path}.", { path: source.name }),
      notes.length > 0 ? [showNotes] : [],
    );
    return false;
  }
  const place = await askPlace(tools, placeSecrets(imported, "storage"));
  if (place === undefined) return false;
  const { accounts, secrets } = placeSecrets(imported, place);
  const text = writeConfig({ accounts, source: source.name, notes: imported.notes }, t);
  const entries = accounts.map((it) => ({ name: it.name, entries: accountEntries(it) }));
  if (!(await writeAccounts(tools, entries, text))) return false;
  for (const { kind, name, host, literal } of secrets) {
    if (kind === "secret" && literal !== undefined) await tools.secrets.store(name, host, literal);
  }
  const variables = secrets.filter(({ kind }) => kind === "env").map(({ name }) => name);
  const sentences = [
    t("Accounts that were imported: {count}.", { count: accounts.length }),
    place === "storage" ? t("Their passwords are in the secret storage.") : "",
    ...variables.map((name) => t("Set the environment variable `{name}`.", { name })),
  ];
  editor.tell("info", joinSentences(...sentences), notes.length > 0 ? [showNotes] : []);
  return true;
}

/** Only where the source holds a secret itself: it never stays in a file. */
async function askPlace({ editor, t }: ConfigTools, { secrets }: PlacedSecrets): Promise<SecretPlace | undefined> {
  if (!secrets.some(({ literal }) => literal !== undefined)) return "environment";
  return editor.pick<SecretPlace>(t("Where do the passwords go? They are not written into the file."), [
    {
      label: t("Secret storage"),
      detail: t("The editor keeps them on this machine and sends each to its own server only."),
      value: "storage",
    },
    {
      label: t("Environment"),
      detail: t("You set variables yourself, as servers and CI do."),
      value: "environment",
    },
  ]);
}
