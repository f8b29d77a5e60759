import assert from "node:assert/strict";
import { test } from "node:test";
import { joinSentences } from "../../../server/src/core/text/sentences.ts";

test("sentences have a space between them, none after a full stop of Chinese", () => {
  assert.equal(joinSentences("Refused.", "", "Try later."), "Refused. Try later.");
  assert.equal(joinSentences("已拒绝。", "请稍后再试！", "550 5.7.1"), "已拒绝。请稍后再试！550 5.7.1");
  assert.equal(joinSentences("", ""), "");
});
