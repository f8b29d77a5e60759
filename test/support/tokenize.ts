import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const { INITIAL, parseRawGrammar, Registry } = textmate;

/** The grammars of this project, and a stand-in for VS Code's own YAML, which comes with the editor. */
const GRAMMARS: Readonly<Record<string, string>> = {
  "source.dns-zone": "syntaxes/dns-zone.tmLanguage.json",
  "source.mailconfig": "syntaxes/mailconfig.tmLanguage.json",
  "source.mta-sts-policy": "syntaxes/mta-sts-policy.tmLanguage.json",
  "source.yaml": "test/support/yaml.tmLanguage.json",
};

export interface Token {
  readonly text: string;
  /** From the outside in. */
  readonly scopes: readonly string[];
}

const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
const onigLib = oniguruma.loadWASM(wasm).then(() => ({
  createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
  createOnigString: (text: string) => new oniguruma.OnigString(text),
}));

const registry = new Registry({
  onigLib,
  loadGrammar: async (scope) => {
    const path = GRAMMARS[scope];
    return path === undefined ? null : parseRawGrammar(readFileSync(path, "utf8"), path);
  },
});

/** Colours a text as VS Code does, line by line; blanks between tokens are left out. */
export async function tokenize(scope: string, text: string): Promise<readonly Token[][]> {
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) throw new Error(`No grammar ${scope}`);
  let state = INITIAL;
  return text.split("\n").map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }))
      .filter((token) => token.text.trim() !== "");
  });
}
