import type { ConfigFile } from "../../model/config.ts";
import { rewrite } from "../../model/configEdits.ts";
import { distinct } from "../../model/configQueries.ts";
import { shownName } from "../../model/domainName.ts";
import { defineRule, type Report } from "../../rule.ts";

type Message = "missing" | "renamed" | "elsewhere" | "forbidden";

/** A file behind `zones:` that is not there, or that lies outside the workspace. */
export default defineRule({
  code: "cross/zone-file-missing",
  target: "config",
  severity: "error",
  fixable: "suggestion",
  summary: "A zone file that the config names and that is not there.",
  docs: {
    why: "Without the zone file nothing can be compared with what is published, and every check of that domain is silent.",
    bad: "version: 1\nzones: { example.com: none.zone }",
    good: "version: 1\nzones: {}",
  },
  references: ["RFC 1035 §5"],
  messages: {
    missing: "`{path}` is not there, so {domain} is not checked against DNS. Write the path from this file.",
    renamed: "`{path}` was renamed, so {domain} is not checked against DNS. Write `{found}`.",
    elsewhere: "`{path}` is not there, so {domain} is not checked against DNS. `{found}` holds its zone: write that.",
    forbidden: "`{path}` lies outside the workspace and is never read. Write a path from this file, without `..`.",
  },
  titles: { write: "Write `{found}`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, "write">> {
  for (const { domain, file: value } of file.documents.flatMap(({ zones }) => zones)) {
    if (value.value.includes("${")) continue;
    const answer = file.readFile(value.value);
    if (answer === undefined || answer.kind === "file") continue;
    const data = { path: value.value, domain: shownName(domain) };
    const elsewhere = answer.kind === "missing" ? file.zoneFileElsewhere(domain, value.value) : undefined;
    if (elsewhere === undefined) {
      yield { message: answer.kind, data, span: value.span };
      continue;
    }
    const { reference: found, isRename } = elsewhere;
    const edits = rewrite(file, value, found);
    yield {
      message: isRename ? "renamed" : "elsewhere",
      data: { ...data, found },
      span: value.span,
      fix: { kind: "suggestion", title: "write", data: { found }, edits },
    };
  }
}
