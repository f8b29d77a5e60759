import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { raiseSerial, raiseSerialIn, serialOf } from "../../../../server/src/core/features/zone/serial.ts";
import type { ZoneSource } from "../../../../server/src/core/index.ts";
import { nextSerial } from "../../../../server/src/core/model/soaSerial.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

const NOW = Date.UTC(2026, 10, 24, 12);

const SERIALS: readonly (readonly [serial: number, next: number])[] = [
  [2026010101, 2026112401],
  [2026112400, 2026112401],
  [2026112401, 2026112402],
  [2026112499, 2026112500],
  [2027010101, 2027010102],
  [2026139901, 2026139902],
  [1, 2],
  [1764000000, 1764000001],
  [4294967294, 4294967295],
  [4294967295, 1],
  [0, 1],
];

for (const [serial, next] of SERIALS) {
  test(`after ${serial} comes ${next}`, () => assert.equal(nextSerial(serial, NOW), next));
}

function open(text: string, files: Readonly<Record<string, string>> = {}): ZoneSource {
  const source = createEngine(memoryHost({ files }), []).open("zone", "zone", text);
  assert.ok(source.kind === "zone");
  return source;
}

function raised(text: string): string | undefined {
  const source = open(text);
  const raise = raiseSerial(source, NOW);
  if (raise === undefined) return undefined;
  source.edit(raise.edit.range, raise.edit.newText);
  assert.equal(serialOf(source), raise.serial);
  return source.text();
}

test("the serial is raised where it stands", () => {
  const text = "$ORIGIN example.com.\n@ SOA ns h (\n  2026112401 ; serial\n  2 3 4 5 )\n@ TXT 2026112401\n";
  assert.equal(raised(text), text.replace("2026112401 ;", "2026112402 ;"));
});

test("a serial that is no number, missing, doubled or in another file stays", () => {
  assert.equal(raised("$ORIGIN example.com.\n@ SOA ns h {{serial}} 2 3 4 5\n"), undefined);
  assert.equal(raised("$ORIGIN example.com.\n@ SOA ns h 4294967296 2 3 4 5\n"), undefined);
  assert.equal(raised("$ORIGIN example.com.\n@ SOA ns h\n"), undefined);
  assert.equal(raised("$ORIGIN example.com.\n@ A 192.0.2.1\n"), undefined);
  assert.equal(raised("$ORIGIN example.com.\n@ SOA ns h 1 2 3 4 5\n@ SOA ns h 9 2 3 4 5\n"), undefined);
  const source = open("$ORIGIN example.com.\n$INCLUDE soa.inc\n", { "soa.inc": "@ SOA ns h 1 2 3 4 5\n" });
  assert.equal(raiseSerial(source, NOW), undefined);
});

test("an SOA is raised from any of its lines, and no other record", () => {
  const source = open("@ SOA ns h (\n  7 ; serial\n  2 3 4 5 )\n@ A 192.0.2.1\n");
  const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 0 } });
  assert.deepEqual(
    [0, 1, 2, 3].map((line) => raiseSerialIn(source, at(line), NOW)?.serial),
    ["8", "8", "8", undefined],
  );
});
