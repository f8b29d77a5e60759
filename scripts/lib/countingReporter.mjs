// A reporter of node:test that writes `{"passed":1,"failed":0}`: tests, not suites, and none twice.
export default async function* count(/** @type {AsyncIterable<{ type: string, data: any }>} */ events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (data?.details?.type === "suite" || data?.skip !== undefined || data?.todo !== undefined) continue;
    if (type === "test:pass") passed += 1;
    if (type === "test:fail" && data.details?.error?.failureType !== "subtestsFailed") failed += 1;
  }
  yield JSON.stringify({ passed, failed });
}
