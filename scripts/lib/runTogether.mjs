// Loads test files one after the other into this process: `node --import tsx scripts/lib/runTogether.mjs LIST`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { ROOT } from "./project.mjs";

for (const file of JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"))) {
  try {
    await import(pathToFileURL(join(ROOT, file)).href);
  } catch (error) {
    test(`${file} loads`, () => {
      throw error;
    });
  }
}
