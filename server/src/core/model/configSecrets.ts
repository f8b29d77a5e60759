import type { Span } from "../text/span.ts";
import type { ConfigFile } from "./config.ts";
import { secretsOf, serversIn } from "./configQueries.ts";

interface LiteralSecret {
  readonly value: string;
  readonly span: Span;
}

/** A value behind a key that sounds like a secret, where the file cannot be read; a reference is none. */
const AFTER_KEY =
  /(?<!\$\{)\b(\w{0,40}?(?:pass|pwd|secret|token)\w{0,40}["']?[ \t]{0,9}[:=][ \t]{0,9})(?!["']?\$\{)("[^"\n]*"?|'[^'\n]*'?|[^\s,}#][^,}#\n]*)/gi;
const IN_ADDRESS = /(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/]{0,200}:)(?!\$\{)([^\s@]{1,500})(?=@)/gi;

/** A shorter secret is not looked for in other places: it would hide ordinary words. */
const LEAST_REPEATED = 6;

/** Passwords, tokens and keys that stand in the file itself. */
export function literalSecretsIn(file: ConfigFile): readonly LiteralSecret[] {
  return serversIn(file).flatMap(({ auth, address }) => {
    const inAuth = auth ? secretsOf(auth).map(([, value]) => value) : [];
    const all = address?.password ? [...inAuth, address.password] : inAuth;
    return all.filter(({ value }) => value !== "" && !value.includes("${"));
  });
}

/** The file's text for eyes that must not see its secrets: a star for each of their characters, so that columns stay. */
export function maskSecrets(file: ConfigFile): string {
  let text = file.text;
  for (const { value, span } of literalSecretsIn(file)) {
    text = text.slice(0, span.start) + stars(text.slice(span.start, span.end)) + text.slice(span.end);
    if (value.length >= LEAST_REPEATED) text = text.replaceAll(value, stars);
  }
  return maskText(text);
}

/** The same for a piece of a config, where only the words around a value tell that it is a secret. */
export function maskText(text: string): string {
  return text
    .replace(AFTER_KEY, (_, key: string, value: string) => key + stars(value))
    .replace(IN_ADDRESS, (_, start: string, password: string) => start + stars(password));
}

function stars(secret: string): string {
  return secret.replace(/[^\r\n]/g, "*");
}
