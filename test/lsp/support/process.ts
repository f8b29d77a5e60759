import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { build } from "esbuild";
import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";

/** Bundles a program as `npm run build` does, into a folder of its own. */
export async function bundle(entry: string): Promise<{ readonly file: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-bundle-"));
  const file = join(folder, "program.cjs");
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20.19",
    mainFields: ["module", "main"],
    define: { "import.meta.url": "__filename" },
    logLevel: "error",
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts a bundled server that speaks over its standard streams. */
export function startServer(t: TestContext, file: string) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [file, "--stdio"]);
  const client = createConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  client.listen();
  t.after(() => {
    client.dispose();
    child.kill();
  });
  return { child, client, exitCode: once(child, "exit").then(([code]) => code as number | null) };
}
