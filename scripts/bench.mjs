// `npm run bench`: the budgets beside what this machine does. Some minutes; nothing else should run meanwhile.
//
//   npm run bench -- --quick    10,000 and 100,000 records only, fewer rounds
//   npm run bench -- --write    the table into the README as well
import { ensurePackages, ROOT, runNode } from "./lib/project.mjs";

process.chdir(ROOT);
ensurePackages();
const { build } = await import("./build.mjs");
await build({ isProduction: true });
process.exitCode = await runNode(["--import", "tsx", "bench/main.ts", ...process.argv.slice(2)]);
