import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { run } from "../../server/src/cli/run.ts";
import { createEngine } from "../../server/src/core/engine/engine.ts";

/** A folder with files, which goes away with the test. */
export function folderOf(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-cli-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Runs the command as `main.ts` does, with the output in strings. */
export async function mailconfig(
  cwd: string,
  args: readonly string[],
  stdin: string | Uint8Array = "",
  env: Record<string, string> = {},
) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(
    args,
    {
      stdout: (text) => void out.push(text),
      stderr: (text) => void err.push(text),
      readStdin: async () => (typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin),
      cwd,
      env,
      hasColours: false,
    },
    createEngine,
  );
  return { code, stdout: out.join(""), stderr: err.join("") };
}
