import type { NewAccount, WriteResult } from "../../../server/src/protocol.ts";
import type { Editor } from "../editor.ts";
import type { Secrets } from "../secrets.ts";
import type { Server } from "../server.ts";
import type { Steps } from "../steps.ts";
import { type ConfigList, chooseConfig } from "./configChoice.ts";
import { tellRefusal } from "./refusal.ts";

/** What the commands that write configs and keys need of VS Code; `configTools.ts` one folder up builds it. */
export interface ConfigTools extends ConfigList {
  readonly editor: Editor;
  readonly steps: Steps;
  readonly secrets: Pick<Secrets, "store">;
  readonly server: Pick<Server, "writeConfig" | "accounts" | "dkim" | "write">;
  /** Milliseconds since 1970. */
  now(): number;
  createUuid(): string;
  /** Writes what the server made, all at once, and shows where. */
  apply(results: readonly Written[]): Promise<boolean>;
  /** A new `.mailconfig.yaml` in the workspace, or one without a name where that has none. @returns whether it is there */
  createConfig(text: string): Promise<boolean>;
  /** Opens a text that nobody has to save. */
  open(text: string, language: string): Promise<void>;
  /** A file to import: the active one, or one that is picked. */
  source(): Promise<ImportSource | undefined>;
  /** Opens a page in the browser. */
  openLink(url: string): unknown;
  /** Moves a file to the trash where there is one. */
  deleteFile(file: string): Promise<void>;
  /** The absolute path of a config, and of the workspace folder around it; `undefined` for one that is no file there. */
  placeOf(uri: string): { readonly file: string; readonly root: string } | undefined;
}

export type Written = Extract<WriteResult, { kind: "written" }>;

export interface ImportSource {
  readonly name: string;
  readonly text: string;
}

/**
 * Writes accounts behind those of a config; where that has no place for them, or there is none, the text becomes a file of
 * its own.
 */
export async function writeAccounts(
  tools: ConfigTools,
  accounts: readonly NewAccount[],
  asFile: string,
): Promise<boolean> {
  const uri = await chooseConfig(tools.editor, tools);
  if (uri === undefined) return false;
  if (uri === "new") return tools.createConfig(asFile);
  const result = await tools.server.writeConfig(uri, { kind: "accounts", accounts });
  if (result.kind === "written") return tools.apply([result]);
  tellRefusal(tools, "warning", result);
  await tools.open(asFile, "mailconfig");
  return true;
}
