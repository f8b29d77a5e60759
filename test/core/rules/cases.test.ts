import assert from "node:assert/strict";
import { test } from "node:test";
import { loadRuleTables } from "../../../scripts/lib/ruleTables.ts";
import { RULES } from "../../../server/src/core/rules/index.ts";

test("each rule has a table of at least three cases, wrong ones and right ones", async () => {
  const tables = await loadRuleTables();
  for (const { code } of RULES) {
    const own = tables.filter((it) => it.code === code).map(({ table }) => table);
    const wrong = own.flatMap((it) => it.reported);
    const right = own.flatMap((it) => it.clean);
    const seen = `${code}: ${wrong.length} wrong, ${right.length} right`;
    assert.ok(wrong.length > 0 && right.length > 0 && wrong.length + right.length >= 3, seen);
  }
});
