import { existsSync } from "node:fs";
import { median, type Row } from "./figures.ts";
import { run } from "./processes.ts";

const CLIENT = "dist/client.cjs";

/** Loads the extension's code as VS Code does, with nothing behind `vscode`: what is its own of an activation. */
export async function activation(rounds: number): Promise<Row> {
  const work = "loading the extension's code, without what VS Code does of an activation";
  if (!existsSync(CLIENT)) return [work, "≤ 50 ms", "not built"];
  const program = `
    const { Module } = require("node:module");
    const load = Module._load;
    // The bundle copies the module into an object of the same prototype: whatever that lacks is found behind it.
    const get = (it, key) => (key === "prototype" ? it.prototype : nothing);
    const nothing = new Proxy(class {}, { get, getPrototypeOf: () => nothing });
    Module._load = (name, ...rest) => (name === "vscode" ? nothing : load(name, ...rest));
    const begin = performance.now();
    require(${JSON.stringify(`${process.cwd()}/${CLIENT}`)});
    process.stdout.write(String(performance.now() - begin));`;
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    times.push(Number((await run(process.execPath, ["-e", program])).output));
  return [work, "≤ 50 ms", `${median(times).toFixed(0)} ms`];
}
