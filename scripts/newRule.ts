// `npm run new-rule -- spf/pass-all`: the rule with its metadata to fill in and its table test with one failing row; then the
// generator runs. `npm test` is red afterwards until the rule is written and translated.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { binOf } from "./lib/project.mjs";
import { GROUPS } from "./lib/rulePages.ts";

/** What a group's rules look at (a key of `Targets`), and a line to start from; `entry` for the others. */
const STARTS: Readonly<Record<string, readonly [target: string, line: string]>> = {
  spf: ["spf", '@ IN TXT "v=spf1 mx -all"'],
  dkim: ["dkim", 's1._domainkey IN TXT "v=DKIM1; p="'],
  dmarc: ["dmarc", '_dmarc IN TXT "v=DMARC1; p=none"'],
  "mta-sts": ["mtaSts", '_mta-sts IN TXT "v=STSv1; id=20260101"'],
  "mta-sts/policy": ["stsPolicy", "version: STSv1"],
  "tls-rpt": ["tlsRpt", '_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"'],
  bimi: ["bimi", 'default._bimi IN TXT "v=BIMI1; l=; a=;"'],
  txt: ["txt", '@ IN TXT "text"'],
  mx: ["entry", "@ IN MX 10 mail"],
  config: ["config", "version: 1"],
  cross: ["config", "version: 1"],
};

function main([code = ""]: readonly string[]): number {
  if (!/^[a-z][a-z-]*\/[a-z][a-z0-9-]*$/.test(code))
    return fail("Name group and fault in small letters: npm run new-rule -- spf/pass-all");
  const [group = "", name = ""] = code.split("/");
  if (!Object.hasOwn(GROUPS, group)) return fail(`There is no group ${group}, only ${Object.keys(GROUPS).join(", ")}.`);
  const rulePath = `server/src/core/rules/${code}.ts`;
  const testPath = `test/core/rules/${code}.test.ts`;
  if (existsSync(rulePath)) return fail(`${rulePath} is there already.`);
  const [target, line] = (name.startsWith("policy-") ? STARTS[`${group}/policy`] : STARTS[group]) ?? [
    "entry",
    "@ IN A 192.0.2.1",
  ];
  write(rulePath, ruleText(code, target, line));
  write(testPath, testText(code, name, line));
  const biome = binOf("@biomejs/biome", "biome");
  spawnSync(process.execPath, [biome, "check", "--write", rulePath, testPath], { stdio: "ignore" });
  const generator = spawnSync(process.execPath, ["--import", "tsx", "scripts/generate.ts"], { stdio: "inherit" });
  process.stdout.write(`${rulePath}
${testPath}

The loop:    npm run test:only -- ${code}
At the end:  npm run generate; npm run test:only -- l10n rules/cases
             (Chinese sentences go into l10n/zh-cn/rules-${group}.json)
`);
  return generator.status ?? 1;
}

function ruleText(code: string, target: string, line: string): string {
  const quoted = line.includes('"') ? `'${line}'` : `"${line}"`;
  const name = code.slice(code.indexOf("/") + 1);
  return `import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "${code}",
  target: "${target}",
  severity: "warning",
  fixable: false,
  summary: "${summaryOf(name)}",
  docs: {
    why: "${whyOf(name)}",
    bad: ${quoted},
    good: ${quoted},
  },
  references: ["RFC 0000 §0"],
  messages: {
    found: "${messageOf(name)}",
  },
  *check() {
    // What the target holds says server/src/core/rule.ts; for each fault: yield { message: "found", span };
  },
});
`;
}

function testText(code: string, name: string, line: string): string {
  const quoted = line.includes('"') ? `'${line.replace('"', '"«').replace(/"$/, '»"')}'` : `"«${line}»"`;
  return `import rule from "../../../../server/src/core/rules/${code}.ts";
import { testRule } from "../../../support/testRule.ts";

testRule(rule, {
  clean: [],
  reported: [{ text: ${quoted}, message: "${messageOf(name)}" }],
});
`;
}

const summaryOf = (name: string) => `What ${name} reports, in one line.`;
const whyOf = (name: string) => `What receivers do with ${name}, and what it costs.`;
const messageOf = (name: string) => `What is wrong (${name}), what the receiver does, what to write.`;

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
