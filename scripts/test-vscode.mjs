// `npm run test:vscode -- word …`: the tests in a real VS Code, all of them or the suites with one of the words.
import { ensureMailServers } from "./lib/mailServers.mjs";
import { ensurePackages } from "./lib/project.mjs";

ensurePackages();
ensureMailServers();
const { build } = await import("./build.mjs");
await build();
const { runVscodeTests } = await import("./vscode/testRuns.mjs");
const { passed, failed } = await runVscodeTests(process.argv.slice(2));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
