import assert from "node:assert/strict";
import { test } from "node:test";
import { PROVIDERS } from "../../../server/src/core/facts/providers.ts";
import { SPF_PROVIDERS, spfProviderOf, wrongIncludeOf } from "../../../server/src/core/facts/spfProviders.ts";

test("every provider that mail is sent through stands in the list of SPF names", () => {
  const missing = PROVIDERS.filter(({ spfInclude }) => spfInclude !== undefined && !spfProviderOf(spfInclude));
  assert.deepEqual(
    missing.map((it) => it.id),
    [],
  );
});

test("no SPF name stands twice, and none is a wrong name of another", () => {
  const includes = SPF_PROVIDERS.map((it) => it.include);
  assert.equal(new Set(includes).size, includes.length);
  assert.deepEqual(
    includes.filter((it) => wrongIncludeOf(it) !== undefined),
    [],
  );
});
