import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import manifest from "../../../package.json" with { type: "json" };
import { createEngine, kindOfFile } from "../core/index.ts";
import { listFiles } from "../node/listFiles.ts";
import { messageCrypto } from "../node/messageCrypto.ts";
import { createNodeHost } from "../node/nodeHost.ts";
import { canonicalUri, fileOfUri, uriOfFile } from "../node/uri.ts";
import { registerServer } from "./server.ts";
import type { World } from "./world.ts";

const USAGE = "Usage: mailconfig-language-server --stdio | --node-ipc | --socket=PORT | --pipe=NAME\n";

const WORLD: World = {
  createEngine,
  canonical: canonicalUri,
  messageCrypto,
  listFiles: async (folders) => {
    const files = await listFiles(
      folders.flatMap((uri) => fileOfUri(uri) ?? []),
      (name) => kindOfFile(name) !== undefined,
    );
    return files.map(uriOfFile);
  },
  createHost: ({ roots, isTrusted }, logError, committedChanged) =>
    createNodeHost({
      roots: () => roots().flatMap((uri) => fileOfUri(uri) ?? []),
      isTrusted,
      toFile: fileOfUri,
      toPath: uriOfFile,
      logError,
      committedChanged,
    }),
};

/** Answers for the process: shutdown and exit end it with 0, exit alone or a lost client with 1. */
function main(args: readonly string[]): void {
  if (args.includes("--version")) {
    process.stdout.write(`${manifest.version}\n`);
    return;
  }
  if (args.includes("--help") || !args.some((it) => /^--(?:stdio$|node-ipc$|socket(?:=|$)|pipe(?:=|$))/.test(it))) {
    (args.includes("--help") ? process.stdout : process.stderr).write(USAGE);
    process.exitCode = args.includes("--help") ? 0 : 2;
    return;
  }
  const connection = createConnection(ProposedFeatures.all);
  registerServer(connection, WORLD);
  connection.listen();
}

main(process.argv.slice(2));
