import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { writeIntoConfig } from "../../../../server/src/core/features/config/writing/write.ts";
import { translator } from "../../../../server/src/core/locale.ts";
import type { ConfigWish } from "../../../../server/src/core/model/configWish.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

/** The text with the wish fulfilled, or why not. */
function written(text: string, wish: ConfigWish): string {
  const source = createEngine(memoryHost()).open(".mailconfig.yaml", "config", text);
  if (source.kind !== "config") throw new Error("no config");
  const result = writeIntoConfig(source, wish, translator("en"));
  if ("refused" in result) return result.refused;
  const at = (it: (typeof result.edits)[number]) => source.lines.offsetAt(it.range.start);
  // From the end; of two at one place the second is applied first, so that it stands second.
  for (const it of [...result.edits].reverse().sort((a, b) => at(b) - at(a))) source.edit(it.range, it.newText);
  return source.text();
}

const ACCOUNT: ConfigWish = {
  kind: "accounts",
  accounts: [
    {
      name: "ops",
      entries: [
        ["from", "ops@example.com"],
        [
          "smtp",
          {
            entries: [
              ["host", "h.example"],
              ["auth", "{ username: u }"],
            ],
          },
        ],
      ],
    },
  ],
};
const BLOCK = "ops:\n  from: ops@example.com\n  smtp:\n    host: h.example\n    auth: { username: u }";
const below = (indent: string) => BLOCK.replace(/^/gm, indent);

const ROWS: readonly (readonly [what: string, before: string, after: string])[] = [
  ["an empty file", "", `version: 1\naccounts:\n${below("  ")}\n`],
  ["comments alone", "# Mine\n", `# Mine\nversion: 1\naccounts:\n${below("  ")}\n`],
  [
    "no accounts yet",
    "version: 1\ndomain: a.example  # c\n# end\n",
    `version: 1\ndomain: a.example  # c\naccounts:\n${below("  ")}\n# end\n`,
  ],
  [
    "accounts without a value",
    "version: 1\naccounts:   # mine\ndomain: a.example\n",
    `version: 1\naccounts:   # mine\n${below("  ")}\ndomain: a.example\n`,
  ],
  [
    "another account, four blanks, no line end",
    "version: 1\naccounts:\n    a:\n        from: a@example.com # x",
    `version: 1\naccounts:\n    a:\n        from: a@example.com # x\n${below("    ")}`,
  ],
  [
    "a name that is taken",
    "accounts:\n  ops: { from: a@example.com }\n",
    `accounts:\n  ops: { from: a@example.com }\n${below("  ").replace("ops:", "ops-2:")}\n`,
  ],
  [
    "CRLF",
    "version: 1\r\naccounts:\r\n  a: {}\r\n",
    `version: 1\r\naccounts:\r\n  a: {}\r\n${below("  ").replaceAll("\n", "\r\n")}\r\n`,
  ],
  [
    "braces",
    "accounts: { a: {} }\n",
    "accounts: { a: {}, ops: { from: ops@example.com, smtp: { host: h.example, auth: { username: u } } } }\n",
  ],
  [
    "empty braces",
    "accounts: {}\n",
    "accounts: { ops: { from: ops@example.com, smtp: { host: h.example, auth: { username: u } } } }\n",
  ],
  [
    "a root in braces",
    "{ version: 1 }\n",
    "{ version: 1, accounts: { ops: { from: ops@example.com, smtp: { host: h.example, auth: { username: u } } } } }\n",
  ],
];

for (const [what, before, after] of ROWS) {
  test(`an account is written into ${what}, and nothing else changes`, () =>
    assert.equal(written(before, ACCOUNT), after));
}

test("where there is no place the file stays as it is", () => {
  for (const text of ["- a\n", "accounts: *x\n", "accounts: 5\n"])
    assert.match(written(text, ACCOUNT), /^There is no place in this file/);
});

const KEY = { domain: "example.com", selector: "s1", privateKeyFile: "keys/s1.pem" };
const ITEM = "{ domain: example.com, selector: s1, privateKeyFile: keys/s1.pem }";
const OTHER = "{ domain: example.com, selector: s0, privateKeyFile: keys/s0.pem }";

const KEYS: readonly (readonly [what: string, without: string, withKey: string])[] = [
  ["no list yet", "version: 1\n", `version: 1\ndkim:\n  - ${ITEM}\n`],
  ["a list", `dkim:\n  - ${OTHER}\ntest: {}\n`, `dkim:\n  - ${OTHER}\n  - ${ITEM}\ntest: {}\n`],
  ["a list at its key's column", `dkim:\n- ${OTHER} # c\n`, `dkim:\n- ${OTHER} # c\n- ${ITEM}\n`],
  [
    "a list of blocks",
    "dkim:\n  - domain: example.com\n    selector: s0\n    privateKeyFile: keys/a-b.pem\nversion: 1\n",
    `dkim:\n  - domain: example.com\n    selector: s0\n    privateKeyFile: keys/a-b.pem\n  - ${ITEM}\nversion: 1\n`,
  ],
  ["brackets", `dkim: [ ${OTHER} ]\n`, `dkim: [ ${OTHER}, ${ITEM} ]\n`],
];

for (const [what, without, withKey] of KEYS) {
  test(`a DKIM key is written into ${what}, and taken out again`, () => {
    assert.equal(written(without, { kind: "dkim", key: KEY }), withKey);
    assert.equal(written(withKey, { kind: "removeDkim", key: KEY }), without);
  });
}
