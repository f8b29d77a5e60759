import assert from "node:assert/strict";
import { test } from "node:test";
import { addDmarc, addSpf, writeAtOnce, type ZoneTools } from "../../../client/src/commands/writeZone.ts";
import type { Choice, Question } from "../../../client/src/editor.ts";
import { translator } from "../../../server/src/core/locale.ts";
import type { WriteResult, ZoneWish } from "../../../server/src/protocol.ts";
import { quietEditor } from "../support.ts";

interface User {
  readonly zone?: string | undefined;
  /** The label that is picked in the list; without one the user gives up. */
  readonly picks?: string;
  /** What is typed; without it the user gives up. */
  readonly types?: string;
  readonly refused?: string;
  readonly language?: string;
}

/** What the user saw, and what was asked of the server and written. */
function session(user: User) {
  const seen: string[] = [];
  const wishes: ZoneWish[] = [];
  const written: ZoneWish[] = [];
  const questions: Question[] = [];
  const choices: Choice<unknown>[] = [];
  const editor = quietEditor({
    ask: async (question) => {
      questions.push(question);
      return user.types ?? undefined;
    },
    pick: async (title, offered) => {
      seen.push(title);
      choices.push(...offered);
      return offered.find(({ label }) => label === user.picks)?.value;
    },
    tell: (level, message, actions = []) => seen.push(`${level}: ${message} ${actions.map((it) => it.title).join()}`),
  });
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } };
  const tools: ZoneTools = {
    editor,
    t: translator(user.language),
    zoneName: async () => ("zone" in user ? user.zone : "example.com"),
    preview: async (wish): Promise<WriteResult> => {
      wishes.push(wish);
      return user.refused === undefined
        ? { kind: "written", edits: [], message: "" }
        : { kind: "refused", reason: user.refused, uri: "file:///zone", range };
    },
    apply: async () => {
      const last = wishes.at(-1);
      if (last) written.push(last);
      return true;
    },
  };
  return { tools, seen, wishes, written, questions, choices };
}

test("a provider is picked from the list", async () => {
  const it = session({ picks: "Microsoft 365" });
  assert.equal(await addSpf(it.tools), true);
  assert.deepEqual(it.written, [{ kind: "spf", include: "spf.protection.outlook.com" }]);
  assert.equal(it.choices.find(({ label }) => label === "Google Workspace")?.description, "include:_spf.google.com");
});

test("another provider is told by the name that it asks to include, however it is pasted", async () => {
  for (const typed of ["_spf.example.net", " include:_spf.example.net. ", "+include:_spf.example.net"]) {
    const it = session({ picks: "Another provider…", types: typed });
    assert.equal(await addSpf(it.tools), true);
    assert.deepEqual(it.written, [{ kind: "spf", include: "_spf.example.net" }]);
  }
  const it = session({ picks: "Another provider…", types: "x.example" });
  await addSpf(it.tools);
  for (const wrong of ["", "example", "a b.example", "192.0.2.1", 'x".example', "a..example"]) {
    assert.notEqual(it.questions[0]?.problem?.(wrong), undefined, wrong);
  }
});

test("DMARC asks for a policy and an address, which may be empty", async () => {
  const it = session({ picks: "quarantine", types: " reports@example.com " });
  assert.equal(await addDmarc(it.tools), true);
  assert.deepEqual(it.written, [{ kind: "dmarc", policy: "quarantine", reportTo: "reports@example.com" }]);
  const [question] = it.questions;
  assert.equal(question?.value, "dmarc@example.com");
  assert.equal(question?.problem?.(""), undefined);
  for (const wrong of ["reports", "a@b", "a@b.example, c@d.example", "a@b.example;x"]) {
    assert.notEqual(question?.problem?.(wrong), undefined, wrong);
  }
  const without = session({ picks: "none", types: "" });
  await addDmarc(without.tools);
  assert.deepEqual(without.written, [{ kind: "dmarc", policy: "none", reportTo: "" }]);
});

test("what is there already is said before anything is asked, with the way to it", async () => {
  const it = session({ picks: "none", types: "", refused: "There is a record." });
  assert.equal(await addDmarc(it.tools), false);
  assert.deepEqual(it.seen, ["info: There is a record. Show it"]);
  assert.deepEqual(it.written, []);
});

test("whoever gives up, or has no zone open, changes nothing", async () => {
  for (const user of [{}, { picks: "none" }, { picks: "Another provider…" }, { zone: undefined, picks: "none" }]) {
    const it = session(user);
    assert.equal(await addSpf(it.tools), false);
    assert.equal(await addDmarc(it.tools), false);
    assert.deepEqual(it.written, []);
  }
  const closed = session({ zone: undefined });
  assert.equal(await writeAtOnce(closed.tools, "serial"), false);
  assert.deepEqual(closed.seen, ["info: Open a zone file first. "]);
});

test("what asks nothing is written at once", async () => {
  const it = session({});
  assert.equal(await writeAtOnce(it.tools, "strings"), true);
  assert.equal(await writeAtOnce(it.tools, "serial"), true);
  assert.deepEqual(it.written, [{ kind: "strings" }, { kind: "serial" }]);
});

test("all that is asked is Chinese where the editor is", async () => {
  const it = session({ picks: "none", types: "", language: "zh-cn" });
  await addDmarc(it.tools);
  const texts = [
    ...it.seen,
    ...it.questions.flatMap(({ title, prompt }) => [title, prompt]),
    ...it.choices.flatMap(({ description, detail }) => [description ?? "", detail ?? ""]),
  ];
  for (const text of texts.filter((one) => one !== "")) assert.match(text, /\p{Script=Han}/u, text);
});
