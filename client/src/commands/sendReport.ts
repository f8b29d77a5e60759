import type { Translate } from "../../../server/src/core/locale.ts";
import { codeBlock, escapeMarkdown } from "../../../server/src/core/text/markdown.ts";
import { joinSentences } from "../../../server/src/core/text/sentences.ts";
import type { AccountInfo, ServerInfo, WouldPassParams, WouldPassResult } from "../../../server/src/protocol.ts";
import { type Action, type Editor, linkToPlace } from "../editor.ts";
import { bareAddress } from "../mail/address.ts";
import { opensslLine, swaksLine } from "../mail/byHand.ts";
import { passSection, sectionPage } from "../mail/passPage.ts";
import { differences, milliseconds, type SendRecord, STEPS } from "../mail/sendRecord.ts";
import type { FinishedMail, TestOutcome } from "../mail/sendTest.ts";
import { addressOf } from "../mail/server.ts";

/** What a report about a send needs beside the editor. */
export interface SendReportTools {
  readonly t: Translate;
  /** Asks the language server; `[]` where the document is no config. */
  wouldPass(params: WouldPassParams): Promise<WouldPassResult>;
  /** What was sent last, by account and server, to compare the next send with. */
  readonly records: Map<string, SendRecord>;
}

/** A send that has come to its end. */
export interface Send {
  readonly uri: string;
  readonly account: AccountInfo;
  readonly server: ServerInfo;
  readonly username: string;
  readonly from: string;
  readonly to: string;
  readonly rows: WouldPassResult;
  readonly outcome: TestOutcome;
}

/** What the zone files say of a mail before it goes out. */
export function judge(
  { wouldPass }: SendReportTools,
  uri: string,
  { host }: ServerInfo,
  { raw, sender }: FinishedMail,
): Promise<WouldPassResult> {
  const message = Buffer.from(raw).toString("latin1");
  return wouldPass({ textDocument: { uri }, message, sender, ...(host === undefined ? {} : { host: host.value }) });
}

/**
 * Asks whether a mail that fails DMARC is to be sent all the same; one of which nothing bad is known goes without a question.
 *
 * @returns `false` where the user would rather see the line, or gave up
 */
export async function confirmPass(editor: Editor, rows: WouldPassResult, t: Translate): Promise<boolean> {
  const failed = rows.filter(({ result }) => ["fail", "permerror"].includes(result));
  const dmarc = failed.find(({ check }) => check === "dmarc");
  if (dmarc === undefined) return true;
  const choices = failed.map((row) => ({
    label: `$(error) ${row.check}=${row.result}`,
    description: row.subject,
    detail: joinSentences(row.why, row.consequence ?? "", row.next),
    value: row.place,
  }));
  const go = { label: `$(mail) ${t("Send anyway")}`, value: "send" as const };
  const picked = await editor.pick<"send" | (typeof choices)[number]["value"]>(
    t("By your zone files, receivers would not let this mail pass"),
    [go, ...choices],
  );
  if (picked === "send") return true;
  if (picked !== undefined) await editor.reveal(picked.uri, picked.range);
  return false;
}

/** `spf=pass dkim=pass dmarc=fail`: the best result of each check; `""` where nothing is known. */
export function verdictOf(rows: WouldPassResult): string {
  // That a mail is not signed is known without any zone file, and is no judgement yet.
  const isOpen = ({ check, result }: WouldPassResult[number]) =>
    result === "unknown" || `${check}=${result}` === "dkim=none";
  if (rows.every(isOpen)) return "";
  const checks = [...new Set(rows.map(({ check }) => check))];
  const best = (check: string) => {
    const own = rows.filter((it) => it.check === check);
    return own.find(({ result }) => result === "pass") ?? own[0];
  };
  return checks.map((check) => `${check}=${best(check)?.result}`).join(" ");
}

/** The buttons below an outcome: the report, and the same mail by hand. */
export function reportActions(
  editor: Editor,
  tools: SendReportTools,
  send: Send,
  record: SendRecord,
  last: SendRecord | undefined,
): readonly Action[] {
  const { t } = tools;
  const title = t("Test mail report: {account}", { account: send.account.name });
  const show = () => editor.show(title, reportPage(title, send, record, last, t));
  return [
    { title: t("Show report"), run: show },
    { title: t("Copy as command"), run: () => copyByHand(editor, send, t) },
  ];
}

async function copyByHand(editor: Editor, send: Send, t: Translate): Promise<void> {
  const choices = linesByHand(send, t).map(({ name, line }) => ({ label: name, detail: line, value: line }));
  const picked = choices.length > 1 ? await editor.pick(t("Copy which command?"), choices) : choices[0]?.value;
  if (picked === undefined) return;
  await editor.copy(picked);
  editor.tell("info", t("Copied, without the password: the program asks for it."));
}

interface LineByHand {
  readonly name: string;
  readonly line: string;
}

function linesByHand({ server, username, from, to, account }: Send, t: Translate): readonly LineByHand[] {
  const subject = account.test.subject?.value ?? t("Mailconfig test mail");
  const swaks = swaksLine({ server, username, from: bareAddress(from), to: bareAddress(to), subject });
  const openssl = opensslLine(server);
  return [
    ...(swaks === undefined ? [] : [{ name: "swaks", line: swaks }]),
    ...(openssl === undefined ? [] : [{ name: "openssl s_client", line: openssl }]),
  ];
}

function reportPage(title: string, send: Send, record: SendRecord, last: SendRecord | undefined, t: Translate): string {
  const pass = send.rows.length === 0 ? [] : [passSection(t("Would it pass?"), send.rows)];
  return [
    sectionPage(title, pass, t, linkToPlace),
    ...connectionPart(send, record, t),
    ...(last === undefined ? [] : comparison(last, record, t)),
    ...byHandPart(send, t),
  ].join("\n");
}

function connectionPart({ server }: Send, { reply, tls, timing }: SendRecord, t: Translate): readonly string[] {
  const rows = [
    [t("Server"), addressOf(server)],
    [t("Reply"), reply],
    ["TLS", tls],
    ...STEPS.map(([step, what]) => [t(what), milliseconds(timing?.[step])]),
  ].filter(([, value]) => value !== "");
  const lines = rows.map(([what = "", value = ""]) => `| ${escapeMarkdown(what)} | ${escapeMarkdown(value)} |`);
  return [`## ${t("Connection")}`, "", "| | |", "| --- | --- |", ...lines, ""];
}

function comparison(last: SendRecord, record: SendRecord, t: Translate): readonly string[] {
  const lines = differences(last, record, t).map(
    ({ what, before, after }) => `| ${escapeMarkdown(what)} | ${escapeMarkdown(before)} | ${escapeMarkdown(after)} |`,
  );
  const head = [`| | ${t("Last time")} | ${t("This time")} |`, "| --- | --- | --- |"];
  return [`## ${t("Compared with the last send")}`, "", ...head, ...lines, ""];
}

function byHandPart(send: Send, t: Translate): readonly string[] {
  const blocks = linesByHand(send, t).flatMap(({ line }) => [codeBlock(line, "sh"), ""]);
  return blocks.length === 0 ? [] : [`## ${t("The same by hand")}`, "", ...blocks];
}
