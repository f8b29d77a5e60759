import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { actionsFor } from "../../../../server/src/core/features/codeActions.ts";
import { completeAt, hoverAt, outlineOf } from "../../../../server/src/core/features/index.ts";
import { translator } from "../../../../server/src/core/locale.ts";
import { LineIndex } from "../../../../server/src/core/text/span.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

const t = translator("en");
const ZONE =
  "$ORIGIN example.com.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ MX 10 mx1\n@ MX 20 mx2\n@ MX 30 mx.example.net.\n";

/** The text around a bar, the cursor. */
function at(marked: string, zone = ZONE) {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const engine = createEngine(memoryHost());
  if (zone !== "") engine.open("a.zone", "zone", zone);
  const source = engine.open("mta-sts.example.com/.well-known/mta-sts.txt", "policy", text);
  return { source, position: new LineIndex(text).positionAt(offset) };
}

function hover(marked: string): string {
  const { source, position } = at(marked);
  return hoverAt(source, position, t)?.markdown ?? "";
}

function labels(marked: string, zone = ZONE): readonly string[] {
  const { source, position } = at(marked, zone);
  return completeAt(source, position, t).map(({ label }) => label);
}

test("hover explains keys and values", () => {
  assert.match(
    hover("mo|de: enforce"),
    /^\*\*`mode`\*\* — what senders do where TLS fails.*`testing`.*rfc8461#section-5/s,
  );
  assert.match(hover("mode: enf|orce"), /^\*\*`enforce`\*\*.*not delivered/s);
  assert.match(hover("max_age: 604|800"), /— 1 week/s);
  assert.match(hover("mx: *.exam|ple.com"), /one label.*`mx1\.example\.com`, `mx2\.example\.com`/s);
  assert.match(hover("mx: other|.example.com"), /covers no MX/s);
  assert.equal(hover("x-note: a|b"), "");
  assert.equal(hover("mode: what|"), "");
});

test("completion offers the keys that are missing", () => {
  assert.deepEqual(labels("|"), ["version", "mode", "mx", "max_age", "Whole policy"]);
  assert.deepEqual(labels("version: STSv1\nmx: a.example.com\nm|"), ["mode", "mx", "max_age"]);
  assert.deepEqual(labels("version: STSv1\nmo|de: none"), ["mode", "mx", "max_age"]);
  assert.deepEqual(labels("what is |"), []);
});

test("completion offers modes, lifetimes and the MX hosts of the zone", () => {
  assert.deepEqual(labels("mode: |"), ["enforce", "testing", "none"]);
  assert.deepEqual(labels("max_age:|")[0], "604800");
  assert.deepEqual(labels("mx: |"), ["mx1.example.com", "mx2.example.com", "mx.example.net", "*.example.com"]);
  assert.deepEqual(labels("mx: mx1.example.com\nmx: m|x2"), ["mx2.example.com", "mx.example.net"]);
  assert.deepEqual(labels("mx: |", ""), []);
  assert.deepEqual(labels("x-note: |"), []);
});

test("what completion writes", () => {
  const write = (marked: string, label: string) => {
    const { source, position } = at(marked);
    const item = completeAt(source, position, t).find((it) => it.label === label);
    assert.ok(item);
    source.edit(item.range, item.insertText);
    return source.text();
  };
  assert.equal(write("m|", "mode"), "mode: ");
  assert.equal(write("m|od: none", "mode"), "mode: none");
  assert.equal(write("mode:|", "testing"), "mode: testing");
  assert.equal(write("mode: en|for \nmx: a.example.com", "enforce"), "mode: enforce \nmx: a.example.com");
  assert.match(write("|", "Whole policy"), /^version: STSv1\nmode: .*\nmx: mx1\.example\.com\n/);
});

test("the outline has a line for each key", () => {
  const { source } = at("|version: STSv1\nmx: a.example.com\nrubbish\n");
  const nodes = outlineOf(source, 100, t);
  assert.deepEqual(
    nodes.map(({ name, detail }) => [name, detail]),
    [
      ["version", "STSv1"],
      ["mx", "a.example.com"],
    ],
  );
});

test("actions offer fixes and the page, and no comment, which the format does not have", () => {
  const { source } = at("|version: STSv1\nmode: enforced\nmx: *.example.com\nmx: mx.example.net\nmax_age: 604800\n");
  const findings = source.lint({ severities: {}, extraTypes: [], limit: 100, language: "en" });
  const titles = actionsFor(source, findings, t).map(({ title }) => title);
  assert.deepEqual(titles, ["Write `enforce`", "Open the page of mta-sts/policy-mode"]);
});
