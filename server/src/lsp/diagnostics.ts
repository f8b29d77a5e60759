import type { Diagnostic, DocumentDiagnosticReport, FullDocumentDiagnosticReport } from "vscode-languageserver";
import type { Finding } from "../core/engine/finding.ts";
import { comparePositions } from "../core/text/span.ts";
import type { ServerContext } from "./context.ts";
import type { ServerDocument } from "./documents.ts";
import { guard, logError, tellClient } from "./guard.ts";
import { type DiagnosticOptions, toDiagnostic } from "./toLsp.ts";
import { holdBack } from "./typing.ts";

/** How long a slice of the work that an edit left may take. */
const SLICE_MS = 4;
const WHOLE_MS = 1000;
/** How long one answer may judge: more than a keystroke ever leaves, and other files are answered meanwhile. */
const LINT_MS = 8;

const NONE: FullDocumentDiagnosticReport = { kind: "full", items: [] };

/** Tells the client what is wrong: where it asks (pull), or by itself where it cannot (push); never both. */
export function registerDiagnostics(context: ServerContext): void {
  if (context.capabilities.textDocument?.diagnostic) registerPull(context);
  else registerPush(context);
}

function registerPull(context: ServerContext): void {
  const { connection, documents, capabilities } = context;
  const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
  const hasRelatedDocuments = capabilities.textDocument?.diagnostic?.relatedDocumentSupport === true;
  const refresh = () => {
    if (canRefresh) tellClient(context.log, "refresh", () => connection.languages.diagnostics.refresh());
  };
  // One request for all documents at once: many edits in a row ask for one refresh.
  const later = createTimer(refresh);
  const settle = createSettler(context, () => refresh());
  documents.onDidChangeContent(
    guard(context.log, "dependents", undefined, async ({ document }: { document: ServerDocument }) => {
      const { source } = document;
      if (source !== undefined && hasDependents(context, document)) later((await context.settings()).holdBackMs);
    }),
  );
  context.onOtherChange(refresh);
  connection.languages.diagnostics.on(
    guard(context.log, "diagnostics", NONE, async (asked): Promise<DocumentDiagnosticReport> => {
      const { holdBackMs, ...check } = await checkerOf(context, canRefresh);
      const document = documents.get(asked.textDocument.uri);
      if (document?.source === undefined) return NONE;
      const { findings, isSettled } = check.of(document);
      if (!isSettled) settle(document);
      const canHold = canRefresh && holdBackMs > 0;
      const { shown, isHolding } = canHold ? holdBack(document, findings) : { shown: findings, isHolding: false };
      if (isHolding) waitForPause(document, holdBackMs, refresh);
      document.shown = shown;
      const byUri = groupByUri(context, document, shown, check.options);
      const report = reportOf(document, byUri.get(document.uri) ?? [], asked.previousResultId);
      byUri.delete(document.uri);
      if (!hasRelatedDocuments || byUri.size === 0) return report;
      const others = [...byUri].map(([uri, items]) => [uri, { kind: "full" as const, items }] as const);
      return { ...report, relatedDocuments: Object.fromEntries(others) };
    }),
  );
}

let reports = 0;

/** Findings that the client has already are not sent again: hundreds of them would be drawn anew at each letter. */
function reportOf(
  document: ServerDocument,
  items: Diagnostic[],
  previous: string | undefined,
): DocumentDiagnosticReport {
  const { told } = document;
  if (told !== undefined && told.resultId === previous && areSame(told.items, items))
    return { kind: "unchanged", resultId: told.resultId };
  document.told = { resultId: `${++reports}`, items };
  return { kind: "full", ...document.told, items };
}

function areSame(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  return some.length === others.length && some.every((it, index) => isSame(it, others[index]));
}

function isSame(one: Diagnostic, other: Diagnostic | undefined): boolean {
  return (
    other !== undefined &&
    one.code === other.code &&
    one.message === other.message &&
    one.severity === other.severity &&
    comparePositions(one.range.start, other.range.start) === 0 &&
    comparePositions(one.range.end, other.range.end) === 0 &&
    JSON.stringify(one.relatedInformation) === JSON.stringify(other.relatedInformation)
  );
}

function registerPush(context: ServerContext): void {
  const { connection, documents } = context;
  const waiting = new Set<ServerDocument>();
  /** The files that a document's findings were sent for besides itself. */
  const included = new Map<string, ReadonlySet<string>>();
  const schedule = (document: ServerDocument) => {
    if (waiting.size === 0) setImmediate(() => void send(undefined));
    waiting.add(document);
  };
  const settle = createSettler(context, schedule);
  const send = guard(context.log, "diagnostics", undefined, async (_: undefined): Promise<undefined> => {
    const { holdBackMs, ...check } = await checkerOf(context, true);
    const due = [...waiting];
    waiting.clear();
    for (const document of due.filter((it) => documents.get(it.uri) === it && it.source !== undefined)) {
      const { findings, isSettled } = check.of(document);
      if (!isSettled) settle(document);
      const { shown, isHolding } =
        holdBackMs > 0 ? holdBack(document, findings) : { shown: findings, isHolding: false };
      if (isHolding) waitForPause(document, holdBackMs, () => schedule(document));
      document.shown = shown;
      await publish(document, groupByUri(context, document, shown, check.options));
    }
  });
  const publish = async (document: ServerDocument, byUri: Map<string, Diagnostic[]>) => {
    const { uri, version } = document;
    await connection.sendDiagnostics({ uri, version, diagnostics: byUri.get(uri) ?? [] });
    byUri.delete(uri);
    for (const [other, diagnostics] of byUri) await connection.sendDiagnostics({ uri: other, diagnostics });
    await clear(uri, new Set(byUri.keys()));
  };
  const clear = async (uri: string, now: ReadonlySet<string>) => {
    const gone = [...(included.get(uri) ?? [])].filter((it) => !now.has(it) && documents.get(it) === undefined);
    included.set(uri, now);
    for (const it of gone) await connection.sendDiagnostics({ uri: it, diagnostics: [] });
  };
  documents.onDidChangeContent(({ document }) => {
    schedule(document);
    for (const it of dependentsOf(context, document)) schedule(it);
  });
  documents.onDidClose(
    guard(context.log, "close", undefined, async ({ document }: { document: ServerDocument }) => {
      await connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
      await clear(document.uri, new Set());
      included.delete(document.uri);
    }),
  );
  context.onOtherChange(() => documents.all().forEach(schedule));
}

interface Checker {
  readonly holdBackMs: number;
  readonly options: DiagnosticOptions;
  of(document: ServerDocument): { readonly findings: readonly Finding[]; readonly isSettled: boolean };
}

/** @param canAskAgain whether an answer that is not whole is followed by another: else it has to be whole at once */
async function checkerOf(context: ServerContext, canAskAgain: boolean): Promise<Checker> {
  const [{ holdBackMs }, lintOptions] = [await context.settings(), await context.lintOptions()];
  return {
    holdBackMs,
    options: diagnosticOptionsOf(context),
    of: ({ source }) => {
      if (source === undefined) return { findings: [], isSettled: true };
      if (source.kind !== "zone") return { findings: source.lint(lintOptions), isSettled: true };
      if (!canAskAgain) {
        while (!source.advance(WHOLE_MS));
        return { findings: source.lint(lintOptions), isSettled: true };
      }
      const findings = source.lint({ ...lintOptions, budgetMs: LINT_MS });
      return { findings, isSettled: source.isSettled };
    },
  };
}

/** What the client can show of a finding. */
export function diagnosticOptionsOf({ capabilities, uriOf, pageOf }: ServerContext): DiagnosticOptions {
  const pull = capabilities.textDocument?.diagnostic;
  const push = capabilities.textDocument?.publishDiagnostics;
  return {
    uriOf,
    pageOf,
    hasRelated: (pull ?? push)?.relatedInformation === true || push?.relatedInformation === true,
    hasTags: (pull ?? push)?.tagSupport !== undefined || push?.tagSupport !== undefined,
  };
}

/** Findings of files that are open stay with their own document, which knows them better. */
function groupByUri(
  context: ServerContext,
  document: ServerDocument,
  findings: readonly Finding[],
  options: DiagnosticOptions,
): Map<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    if (finding.path !== document.source?.path && context.openDocument(finding.path) !== undefined) continue;
    const uri = context.uriOf(finding.path);
    const group = groups.get(uri) ?? [];
    groups.set(uri, group);
    group.push(toDiagnostic(finding, options));
  }
  return groups;
}

function dependentsOf({ engine, openDocument }: ServerContext, { source }: ServerDocument): readonly ServerDocument[] {
  if (source === undefined) return [];
  return engine.dependentsOf(source.path).flatMap((it) => openDocument(it.path) ?? []);
}

function hasDependents(context: ServerContext, document: ServerDocument): boolean {
  return dependentsOf(context, document).some((it) => it !== document);
}

/** Calls back when nothing was typed for a while; what was held back is then shown. */
function waitForPause(document: ServerDocument, ms: number, paused: () => void): void {
  clearTimeout(document.pause);
  document.pause = setTimeout(() => {
    document.typing = undefined;
    paused();
  }, ms);
}

function createTimer(act: () => void): (ms: number) => void {
  let timer: NodeJS.Timeout | undefined;
  return (ms) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
}

/** Finishes in slices what an edit left for later, so that requests come in between; then says so. */
function createSettler(
  { documents, log }: ServerContext,
  settled: (document: ServerDocument) => void,
): (document: ServerDocument) => void {
  const running = new Set<ServerDocument>();
  const step = (document: ServerDocument) => {
    const { source } = document;
    if (documents.get(document.uri) !== document || source?.kind !== "zone") {
      running.delete(document);
      return;
    }
    try {
      if (!source.advance(SLICE_MS)) {
        setImmediate(step, document);
        return;
      }
    } catch (error) {
      logError(log, "advance", error);
    }
    running.delete(document);
    settled(document);
  };
  return (document) => {
    if (running.has(document)) return;
    running.add(document);
    setImmediate(step, document);
  };
}
