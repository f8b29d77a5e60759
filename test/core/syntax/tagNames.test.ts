import assert from "node:assert/strict";
import { test } from "node:test";
import { tagFactsOf } from "../../../server/src/core/features/zone/policyTags.ts";
import { BIMI_TAGS } from "../../../server/src/core/syntax/bimi.ts";
import { DKIM_TAGS } from "../../../server/src/core/syntax/dkim.ts";
import { DMARC_TAGS, REMOVED_DMARC_TAGS } from "../../../server/src/core/syntax/dmarc.ts";

for (const [kind, names] of [
  ["dkim", DKIM_TAGS],
  ["dmarc", [...DMARC_TAGS, ...REMOVED_DMARC_TAGS]],
  ["bimi", BIMI_TAGS],
  ["mtaSts", ["v", "id"]],
  ["tlsRpt", ["v", "rua"]],
] as const) {
  test(`hover and completion know the tags of ${kind} that the parser knows`, () => {
    assert.deepEqual(
      tagFactsOf(kind)
        .map(({ name }) => name)
        .sort(),
      [...names].sort(),
    );
  });
}
