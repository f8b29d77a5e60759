// A reporter of node:test for hundreds of files: a dot a file that is done, every failure in full, and
// the notes of tests: how many cases of a corpus were agreed with, how many providers were tried.
import { relative } from "node:path";
import { inspect } from "node:util";
import { isCounted } from "./countingReporter.mjs";

export default async function* quiet(/** @type {AsyncIterable<{ type: string, data: any }>} */ events) {
  const seen = new Set();
  for await (const event of events) {
    const { type, data } = event;
    if (type === "test:stderr" || type === "test:stdout") yield data.message;
    if (type === "test:diagnostic" && isNote(data)) yield `\n${data.message}\n`;
    if (data?.file !== undefined && !seen.has(data.file)) {
      seen.add(data.file);
      yield ".";
    }
    if (type !== "test:fail" || !isCounted(event)) continue;
    const error = data.details?.error;
    const where = data.file === undefined ? "" : ` (${relative(process.cwd(), data.file)}:${data.line})`;
    yield `\n✖ ${data.name}${where}\n${inspect(error?.cause ?? error, { depth: 4 }).replace(/^/gm, "  ")}\n`;
  }
  yield "\n";
}

/** A note that a test wrote, and no count of the runner (`tests 12`, `duration_ms 3.4`). */
function isNote(/** @type {{ message: string }} */ { message }) {
  return !/^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/.test(message);
}
