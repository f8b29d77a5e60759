import { RequestType } from "vscode-languageserver";
import { writeIntoConfig } from "../../core/features/config/writing/write.ts";
import type { ConfigSource } from "../../core/index.ts";
import {
  CONFIG_WRITE_REQUEST,
  type ConfigWriteParams,
  DKIM_REQUEST,
  type DkimParams,
  type DkimState,
  type WriteResult,
} from "../../protocol.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";
import { toWrittenEdits } from "../toLsp.ts";

/** What commands write into a config, and what they have to know of its keys and zones before. */
export function registerConfigWriting(context: ServerContext): void {
  const { connection, documents, uriOf, t, log } = context;
  const refused: WriteResult = { kind: "refused", reason: t("This is no `.mailconfig.yaml`.") };
  const configOf = (uri: string): ConfigSource | undefined => {
    const source = documents.get(uri)?.source;
    return source?.kind === "config" ? source : undefined;
  };
  connection.onRequest(
    new RequestType<ConfigWriteParams, WriteResult, void>(CONFIG_WRITE_REQUEST),
    guard(log, "write config", refused, ({ textDocument, wish }: ConfigWriteParams): WriteResult => {
      const source = configOf(textDocument.uri);
      if (source === undefined) return refused;
      const written = writeIntoConfig(source, wish, t);
      if ("refused" in written) return { kind: "refused", reason: written.refused };
      return { kind: "written", edits: toWrittenEdits(written.edits, uriOf), message: written.message };
    }),
  );
  const nothing: DkimState = { domains: [], keys: [], zones: [] };
  connection.onRequest(
    new RequestType<DkimParams, DkimState, void>(DKIM_REQUEST),
    guard(log, "DKIM keys", nothing, ({ textDocument }: DkimParams): DkimState => {
      const source = configOf(textDocument.uri);
      return source === undefined ? nothing : stateOf(source, uriOf);
    }),
  );
}

function stateOf({ file }: ConfigSource, uriOf: (path: string) => string): DkimState {
  const keys = file.documents.flatMap(({ dkim }) =>
    dkim.flatMap(({ domain, selector, privateKeyFile }) => {
      if (domain === undefined || selector === undefined) return [];
      return [{ domain: bare(domain.value), selector: selector.value, privateKeyFile: privateKeyFile?.value ?? "" }];
    }),
  );
  const zones = file.documents.flatMap((it) =>
    it.zones.flatMap(({ domain, file: { value } }) => {
      const answer = file.readFile(value);
      return answer?.kind === "file" ? [{ domain: bare(domain), uri: uriOf(answer.path) }] : [];
    }),
  );
  const own = file.documents.flatMap(({ domain }) => (domain === undefined ? [] : [bare(domain.value)]));
  const domains = [...own, ...zones.map((it) => it.domain), ...keys.map((it) => it.domain)];
  return { domains: [...new Set(domains)].filter((it) => it !== ""), keys, zones };
}

/** As people write a domain. */
function bare(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, "");
}
