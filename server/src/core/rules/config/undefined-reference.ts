import type { ConfigFile, Setting } from "../../model/config.ts";
import { distinct } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";
import { writeScalar } from "../../syntax/yaml/edits.ts";
import { mapScalar } from "../../syntax/yaml/mapScalar.ts";
import { edit } from "../../text/span.ts";

type Message = "kind" | "name" | "open" | "fallback";

const REFERENCE = /^\$\{(?:env:[A-Za-z_]\w*|secret:[\w.@-]+)\}$/;
/** Forms of other programs: `$NAME`, `%NAME%`, `{{ NAME }}`. */
const OTHER_FORMS = /^(?:\$(?<dollar>[A-Za-z_]\w*)|%(?<percent>[A-Za-z_]\w*)%|\{\{\s*(?<braces>[\w.]+)\s*\}\})$/;

/** A value for when there is none, as shells and Docker Compose have it: `${NAME:-value}`. */
const WITH_FALLBACK = /^\$\{(?:(?:env|secret):)?([A-Za-z_]\w*):[-=?+]/;

/** `${…}` that is neither `${env:NAME}` nor `${secret:name}`, and names in the form of other programs. */
export default defineRule({
  code: "config/undefined-reference",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "A reference that names neither the environment nor the secret storage.",
  docs: {
    why: "Only `${env:NAME}` and `${secret:name}` are replaced. Any other form is sent to the server as it stands, and the \
login fails.",
    bad: 'version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, auth: { username: ops, password: "${SMTP_PASSWORD}" } } } }',
    good: 'version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, auth: { username: ops, password: "${env:SMTP_PASSWORD}" } } } }',
  },
  references: ["POSIX.1-2024 §8.1"],
  messages: {
    kind: "`{text}` names neither `env` nor `secret`, so it is sent as it stands. Write `{other}`.",
    name: "`{text}` has no name that could be looked up, so it is sent as it stands. Write `${env:NAME}`.",
    fallback: "References have no default, so `{text}` is sent as it stands. Write `{other}`.",
    open: "`{text}` has no closing brace, so it is sent as it stands. Write `}` at its end.",
  },
  titles: { write: "Write it as a reference" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, "write">> {
  for (const setting of file.documents.flatMap(({ settings }) => settings)) {
    const { node, type, path } = setting;
    if (node.kind !== "scalar" || !type || path[0] === "test") continue;
    yield* type.kind === "text" && type.format === "secret" ? otherForms(setting) : [];
    if (!node.value.includes("${")) continue;
    const mapped = mapScalar(file.text, node);
    for (const { 0: text, index } of node.value.matchAll(/\$\{[^}]*\}?/g)) {
      if (REFERENCE.test(text)) continue;
      const span = mapped.spanOf({ start: index, end: index + text.length });
      if (!text.endsWith("}")) {
        yield { message: "open", data: { text }, span };
        continue;
      }
      const [, named] = WITH_FALLBACK.exec(text) ?? [];
      if (named !== undefined) {
        yield { ...guess(text, named, span.start, span.end), message: "fallback" };
        continue;
      }
      const name = /(?:^|[^\w])([A-Za-z_][\w-]*)\W*$/.exec(text.slice(2, -1))?.[1];
      const isBare = /^\$\{(?:env|secret):?\}$/.test(text);
      if (name === undefined || isBare) yield { message: "name", data: { text }, span };
      else yield guess(text, name, span.start, span.end);
    }
  }
}

function guess(text: string, name: string, start: number, end: number, quote = false): Report<Message, "write"> {
  const isSecret = /^\$\{secrets?\b/i.test(text);
  const other = isSecret ? `\${secret:${name}}` : `\${env:${name.replaceAll("-", "_")}}`;
  const edits = [edit(start, end, quote ? writeScalar(other) : other)];
  const fix = { kind: "suggestion" as const, title: "write" as const, data: { other }, edits };
  return { message: "kind", data: { text, other }, span: { start, end }, fix };
}

function* otherForms({ node }: Setting): Generator<Report<Message, "write">> {
  if (node.kind !== "scalar") return;
  const { dollar, percent, braces } = OTHER_FORMS.exec(node.value)?.groups ?? {};
  const name = dollar ?? percent ?? braces;
  if (name !== undefined) yield guess(node.value, name.replaceAll(".", "_"), node.span.start, node.span.end, true);
}
