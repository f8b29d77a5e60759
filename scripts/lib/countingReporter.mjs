// A reporter of node:test that writes `{"passed":1,"failed":0}`: tests, not suites, and none twice.
export default async function* count(/** @type {AsyncIterable<{ type: string, data: any }>} */ events) {
  let passed = 0;
  let failed = 0;
  for await (const event of events) {
    if (!isCounted(event)) continue;
    if (event.type === "test:pass") passed += 1;
    else failed += 1;
  }
  yield JSON.stringify({ passed, failed });
}

/** Whether an event is the end of a test: no suite, nothing skipped, no test that failed for its subtests only. */
export function isCounted(/** @type {{ type: string, data: any }} */ { type, data }) {
  if (type !== "test:pass" && type !== "test:fail") return false;
  if (data.details?.type === "suite" || data.skip !== undefined || data.todo !== undefined) return false;
  return type === "test:pass" || data.details?.error?.failureType !== "subtestsFailed";
}
