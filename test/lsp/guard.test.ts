import assert from "node:assert/strict";
import { test } from "node:test";
import { guard, tellClient } from "../../server/src/lsp/guard.ts";

for (const [what, send] of [
  ["refuses", () => Promise.reject(new Error("no, password=hunter2hunter2"))],
  [
    "is gone",
    () => {
      throw new Error("no, password=hunter2hunter2");
    },
  ],
] satisfies [string, () => Promise<unknown>][]) {
  test(`a client that ${what} ends nothing: what was not sent is logged, without secrets`, async () => {
    const line = await new Promise<string>((resolve) => tellClient(resolve, "refresh", send));
    assert.match(line, /^refresh failed: Error: no, password=/);
    assert.doesNotMatch(line, /hunter2/);
  });
}

test("a request that was cancelled while it waited is not begun", async () => {
  const begun: string[] = [];
  const handle = guard(assert.fail, "hover", "empty", (it: string) => {
    begun.push(it);
    return it;
  });
  assert.equal(await handle("a", { isCancellationRequested: true }), "empty");
  assert.equal(await handle("b", { isCancellationRequested: false }), "b");
  assert.deepEqual(begun, ["b"]);
});
