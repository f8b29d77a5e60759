import type { ConfigSource, PolicySource, Source, ZoneSource } from "../core/index.ts";
import { literalSecretsIn } from "../core/model/configSecrets.ts";
import type { ZoneEntry } from "../core/model/zone.ts";
import { redact } from "../core/redact.ts";
import type { YamlNode } from "../core/syntax/yaml/nodes.ts";
import type { LineIndex, Span } from "../core/text/span.ts";
import { readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import type { ExitCode } from "./io.ts";
import { openFile } from "./openFile.ts";

/** `mailconfig debug`: a file as it was understood, for bug reports; secrets are taken out. */
export function debug(args: readonly string[], context: CommandContext): ExitCode {
  const { positionals, value } = readArguments("debug", args, context.t);
  const lines = describe(openFile(positionals, value("origin"), context));
  for (const line of lines) context.io.stdout(`${line}\n`);
  return 0;
}

function describe(source: Source): Iterable<string> {
  if (source.kind === "zone") return describeZone(source);
  return source.kind === "config" ? describeConfig(source) : describePolicy(source);
}

function placeOf({ start }: Span, lines: LineIndex): string {
  const { line, character } = lines.positionAt(start);
  return `${line + 1}:${character + 1}`;
}

function* describePolicy({ file, lines }: PolicySource): Iterable<string> {
  yield `domain ${file.domain ?? "?"} · zone ${file.zone?.path ?? "?"}`;
  for (const { span, text, field } of file.root.lines)
    yield `${placeOf(span, lines)} ${field ? `${field.key}: ${JSON.stringify(field.value)}` : `? ${JSON.stringify(text)}`}`;
  for (const { detail, span, data } of file.issues)
    yield `${placeOf(span, lines)} ! ${String(data?.["reason"])} ${JSON.stringify(detail)}`;
}

function* describeZone(source: ZoneSource): Iterable<string> {
  const { view } = source;
  yield `apex ${view.apex ?? "?"} · soa ${view.hasSoa} · partial ${view.isPartial} · lines ${source.lineCount}`;
  for (const entry of source.entries()) {
    const { start, end } = source.rangeOf(entry, entry.span);
    yield `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${describeEntry(entry)}`;
    for (const { code, detail } of entry.issues) yield `    ! ${code} ${JSON.stringify(detail)}`;
  }
}

function* describeConfig({ file, lines }: ConfigSource): Iterable<string> {
  const secrets = literalSecretsIn(file).map(({ value }) => value);
  for (const { settings } of file.documents) {
    for (const { path, node } of settings)
      yield `${placeOf(node.span, lines)} ${path.join(".")}: ${redact(describeNode(path, node), secrets)}`;
  }
  for (const { code, detail, span } of file.issues)
    yield `${placeOf(span, lines)} ! ${code} ${JSON.stringify(redact(detail, secrets))}`;
}

/** A reference to a secret is none; a literal one is. */
function describeNode(path: readonly (string | number)[], node: YamlNode): string {
  if (node.kind !== "scalar") return node.kind;
  const isSecret = /pass|secret|token|key$/i.test(String(path.at(-1))) && !/^\$\{\w+:\w+\}$/.test(node.value);
  return isSecret ? "***" : redact(JSON.stringify(node.value));
}

function describeEntry(entry: ZoneEntry): string {
  if (entry.kind === "directive") return [entry.name, ...entry.args.map((it) => it.text)].join(" ");
  const fields = entry.fields.map(
    (it) => `${it.name || "?"}=${it.target ?? JSON.stringify(it.value.value)}@${it.span.start}-${it.span.end}`,
  );
  return [entry.owner, entry.ttl ?? "?", entry.classField?.text ?? "IN", entry.typeName, ...fields].join(" ");
}
