import assert from "node:assert/strict";
import { test } from "node:test";
import { fixOf, keyOf, reportHtml, reportPage, summaryOf } from "../../../client/src/webview/reportHtml.ts";
import { translator } from "../../../server/src/core/locale.ts";
import type { DomainReportResult, ReportRowResult } from "../../../server/src/protocol.ts";

const t = translator("en");
const HOSTILE = `<img src=x onerror="alert(1)">'&`;
const PLACE = {
  uri: "file:///work/a.zone",
  range: { start: { line: 3, character: 2 }, end: { line: 3, character: 9 } },
};
const FIX = { title: "Write `-all`", edits: [{ ...PLACE, newText: "-all" }] };

function row(more: Partial<ReportRowResult> = {}): ReportRowResult {
  return { id: "r1", state: "passed", title: "example.com", text: "", tree: [], findings: [], ...more };
}

function report(...rows: readonly ReportRowResult[]): DomainReportResult {
  return { domain: "example.com", sections: [{ id: "spf", title: "Who may send", rows }] };
}

const FAILED = row({
  state: "failed",
  place: PLACE,
  tree: [{ text: "include:a.example.com", children: [{ text: "-all", children: [] }] }],
  findings: [{ code: "spf/pass-all", severity: "error", message: "`+all` passes.", place: PLACE, fixes: [FIX] }],
});

test("the page runs its own script and style, and nothing from elsewhere", () => {
  const html = reportPage({
    nonce: "n0nce",
    cspSource: "https://*.example",
    script: "https://x.example/report.js",
    style: "https://x.example/report.css",
    language: "zh-cn",
    title: "Report",
  });
  const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  assert.equal(policy, "default-src &#39;none&#39;; style-src https://*.example; script-src &#39;nonce-n0nce&#39;");
  assert.match(html, /<html lang="zh-cn">/);
  assert.match(html, /<p id="status" role="status">/);
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.doesNotMatch(html, /unsafe-inline|unsafe-eval| style="| on\w+="/);
});

test("headings, landmarks and names are there for those who cannot see the page", () => {
  const html = reportHtml(report(row(), FAILED), t);
  assert.match(html, /^<header><h1>example\.com<\/h1><p>Passed: 1\. Failed: 1\. Missing: 0\.<\/p><\/header>/);
  assert.match(html, /<nav aria-label="Parts of the report"><ul><li><a href="#spf">Who may send<\/a> \(Failed\)/);
  assert.match(html, /<main><section aria-labelledby="spf">\n<h2 id="spf" tabindex="-1">/);
  assert.match(html, /<span aria-hidden="true">✗<\/span> Failed<\/span>/, "the state is a word, not only a colour");
  assert.match(html, /<details id="r1\|tree" open><summary>What it leads to<\/summary><ul><li><code>include:a/);
  for (const [, tag] of html.matchAll(/<(a|button)(?![^>]*(?: href="#\w| id=))[^>]*>/g))
    assert.fail(`${tag} without id`);
});

test("texts of the user are text, wherever they stand", () => {
  const finding = { code: HOSTILE, severity: "info" as const, message: HOSTILE, place: { ...PLACE, uri: HOSTILE } };
  const hostile = row({
    id: HOSTILE,
    title: HOSTILE,
    text: HOSTILE,
    value: HOSTILE,
    place: { ...PLACE, uri: HOSTILE },
    tree: [{ text: HOSTILE, children: [] }],
    findings: [{ ...finding, fixes: [{ ...FIX, title: HOSTILE }] }],
    fix: { ...FIX, title: HOSTILE },
  });
  const html = reportHtml({ domain: HOSTILE, sections: [{ id: HOSTILE, title: HOSTILE, rows: [hostile] }] }, t);
  assert.doesNotMatch(html, /<img|onerror="|'&(?!#|amp;|lt;|gt;|quot;)/);
});

test("a fix is found again in a newer report, and not once its finding is gone", () => {
  const key = keyOf(FAILED, "spf/pass-all", FIX);
  assert.ok(reportHtml(report(FAILED), t).includes(`data-key="${key}"`));
  const moved = { ...FIX, edits: [{ ...FIX.edits[0], uri: "file:///work/b.zone" }] };
  const newer = report({ ...FAILED, findings: FAILED.findings.map((it) => ({ ...it, fixes: [moved as typeof FIX] })) });
  assert.equal(fixOf(newer, key)?.edits[0]?.uri, "file:///work/b.zone");
  assert.equal(fixOf(report(row()), key), undefined);
  const missing = row({ state: "missing", fix: FIX });
  assert.equal(fixOf(report(missing), keyOf(missing, "", FIX)), FIX);
});

test("what nobody can tell is counted where there is some", () => {
  assert.equal(summaryOf(report(row({ state: "unknown" })), t), "Passed: 0. Failed: 0. Missing: 0. Unknown: 1.");
  assert.match(reportHtml(report(row()), translator("zh-cn")), /通过：1。失败：0。缺少：0。/);
});
