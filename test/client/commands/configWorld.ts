import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ConfigTools, ImportSource, Written } from "../../../client/src/commands/configTools.ts";
import type { Answer, Steps } from "../../../client/src/steps.ts";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { accountsOf } from "../../../server/src/core/features/config/accounts.ts";
import { writeIntoConfig } from "../../../server/src/core/features/config/writing/write.ts";
import { writeIntoZone } from "../../../server/src/core/features/zone/writing/write.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { applyEdits, LineIndex } from "../../../server/src/core/text/span.ts";
import { createNodeHost } from "../../../server/src/node/nodeHost.ts";
import { quietEditor } from "../support.ts";

/** What a user answers, in order: the label of a choice, a text, or "back"; `undefined` gives up. */
export type Reply = string | undefined;

export interface User {
  readonly files?: Readonly<Record<string, string>>;
  /** For lists and boxes alike; a box without a reply takes what stands in it. */
  readonly replies?: readonly Reply[];
  readonly source?: ImportSource;
  readonly isTrusted?: boolean;
  /** Whether the editor can change files. */
  readonly canApply?: boolean;
}

/** A workspace on the disk, with the commands' tools over the real core. */
export function configWorld(t: TestContext, user: User) {
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-commands-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(user.files ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const replies = [...(user.replies ?? [])];
  const seen: string[] = [];
  const stored: string[] = [];
  const opened: string[] = [];
  const copied: string[] = [];
  const config = join(folder, ".mailconfig.yaml");
  const english = translator("en");
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const engine = () =>
    createEngine(
      createNodeHost({
        roots: () => [folder],
        toFile: (it) => it,
        toPath: (it) => it,
        isTrusted: () => true,
        logError: (what, error) => {
          throw new Error(what, { cause: error });
        },
      }),
    );
  const open = (file: string) =>
    engine().open(file, file.endsWith(".yaml") ? "config" : "zone", readFileSync(file, "utf8"));
  const toResult = (result: ReturnType<typeof writeIntoConfig>) =>
    "refused" in result
      ? ({ kind: "refused", reason: result.refused } as const)
      : ({
          kind: "written",
          message: result.message,
          edits: result.edits.map((it) => ({ uri: pathToFileURL(it.path).href, range: it.range, newText: it.newText })),
        } as const);
  const choose = <T>(title: string, choices: readonly { readonly label: string; readonly value: T }[]) => {
    seen.push(`${title}: ${choices.map(({ label }) => label).join(" | ")}`);
    const reply = replies.shift();
    const found = choices.find(({ label }) => label === reply);
    if (reply !== undefined && reply !== "back" && found === undefined)
      throw new Error(`${title}: there is no ${reply}`);
    return { reply, found };
  };
  const steps: Steps = {
    pick: async <T>(
      { title, step }: { title: string; step: number },
      choices: readonly { label: string; value: T }[],
    ): Promise<Answer<T>> => {
      const { reply, found } = choose(`${title} ${step}`, choices);
      return reply === "back" ? "back" : found && { value: found.value };
    },
    ask: async ({ title, step }, { prompt, value = "", problem }) => {
      seen.push(`${title} ${step}: ${prompt} [${value}]`);
      const reply = replies.length > 0 ? replies.shift() : value;
      if (reply === undefined || reply === "back") return reply;
      const wrong = problem?.(reply);
      if (wrong !== undefined) throw new Error(wrong);
      return { value: reply };
    },
  };
  const tools: ConfigTools = {
    t: english,
    steps,
    editor: quietEditor({
      isTrusted: user.isTrusted ?? true,
      pick: async (title, choices) => choose(title, choices).found?.value,
      ask: async ({ title, value = "", problem }) => {
        seen.push(`${title} [${value}]`);
        const reply = replies.length > 0 ? replies.shift() : value;
        const wrong = reply === undefined ? undefined : problem?.(reply);
        if (wrong !== undefined) throw new Error(wrong);
        return reply;
      },
      tell: (level, message, actions = []) =>
        seen.push(`${level}: ${message}${actions.map((it) => ` [${it.title}]`).join("")}`),
      copy: async (text) => void copied.push(text),
    }),
    secrets: { store: async (name, host, value) => void stored.push(`${name}@${host}=${value}`) },
    server: {
      accounts: async (uri) => {
        const source = open(fileURLToPath(uri));
        return source.kind === "config" ? accountsOf(source.file, source.lines) : [];
      },
      dkim: async (uri) => {
        const source = open(fileURLToPath(uri));
        if (source.kind !== "config") return { domains: [], keys: [], zones: [] };
        const { domain, zones, dkim } = source.file.documents[0] ?? { domain: undefined, zones: [], dkim: [] };
        return {
          domains: domain === undefined ? [] : [domain.value],
          keys: dkim.map((it) => ({
            domain: it.domain?.value ?? "",
            selector: it.selector?.value ?? "",
            privateKeyFile: it.privateKeyFile?.value ?? "",
          })),
          zones: zones.map((it) => ({
            domain: it.domain.slice(0, -1),
            uri: pathToFileURL(join(folder, it.file.value)).href,
          })),
        };
      },
      writeConfig: async (uri, wish) => {
        const source = open(fileURLToPath(uri));
        if (source.kind !== "config") throw new Error("no config");
        return toResult(writeIntoConfig(source, wish, english));
      },
      write: async (uri, position, wish) => {
        const source = open(fileURLToPath(uri));
        if (source.kind !== "zone") throw new Error("no zone");
        return toResult(writeIntoZone(source, position, wish, 0, english));
      },
    },
    now: () => Date.UTC(2026, 10, 24),
    createUuid: () => "00000000-0000-4000-8000-000000000000",
    configs: async () =>
      user.files?.[".mailconfig.yaml"] === undefined
        ? []
        : [{ uri: pathToFileURL(config).href, label: ".mailconfig.yaml" }],
    apply: async (results: readonly Written[]) => {
      if (user.canApply === false) return false;
      const edits = results.flatMap((it) => it.edits);
      for (const uri of new Set(edits.map((it) => it.uri))) {
        const file = fileURLToPath(uri);
        const text = readFileSync(file, "utf8");
        const lines = new LineIndex(text);
        const ofFile = edits
          .filter((it) => it.uri === uri)
          .map(({ range, newText }) => ({
            newText,
            span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
          }));
        writeFileSync(file, applyEdits(text, ofFile));
      }
      return true;
    },
    createConfig: async (text) => {
      writeFileSync(config, text, { flag: "wx" });
      return true;
    },
    open: async (text) => void opened.push(text),
    source: async () => user.source,
    openLink: () => {},
    deleteFile: async (file) => rmSync(file),
    placeOf: (uri) => ({ file: fileURLToPath(uri), root: folder }),
  };
  /** Of a file, hints left out. */
  const findings = (path: string) =>
    open(join(folder, path))
      .lint({ severities: {}, extraTypes: [], limit: 100, language: "en" })
      .map(({ code, severity, message }) => `${severity} ${code} ${message}`);
  return { tools, folder, seen, stored, opened, copied, read, findings };
}
