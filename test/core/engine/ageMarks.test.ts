import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const A = 1;

test("the time that Microsoft's server writes before the TTL hides neither TTL nor type", () => {
  const text = "$ORIGIN example.com.\npc1 [AGE:3641234] 1200 A 192.0.2.1\n [Age:3641235] IN A 192.0.2.2\n";
  const source = createEngine(memoryHost({})).open("a.zone", "zone", text);
  assert.ok(source.kind === "zone");
  const records = source.view.records("pc1.example.com.", A);
  const seen = records.map(({ type, ttlField, classField, fields }) => [
    type,
    ttlField?.text,
    classField?.text,
    fields.map((it) => it.text),
  ]);
  assert.deepEqual(seen, [
    [A, "1200", undefined, ["192.0.2.1"]],
    [A, undefined, "IN", ["192.0.2.2"]],
  ]);
});
