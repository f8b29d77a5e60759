import { PROVIDERS, type Provider } from "../../facts/providers.ts";
import { secretNameOf } from "../../facts/secretNames.ts";
import type { Translate } from "../../locale.ts";
import type { CursorContext } from "../../syntax/yaml/cursorContext.ts";
import type { CompletionItem } from "../types.ts";
import { providerText } from "./hoverTexts.ts";

/** A whole account for each provider, and one for a server of one's own. */
export function accountSnippets({ replace, before }: CursorContext, t: Translate): CompletionItem[] {
  const own: CompletionItem = {
    label: t("account with its own server"),
    kind: "snippet",
    span: replace,
    insertText: `${before}\${1:ops}:\n  from: \${2:ops@example.com}\n  smtp:\n    host: \${3:smtp.example.com}\n    port: 465\n    security: tls\n    auth:\n      method: plain\n      username: \${4:ops@example.com}\n      password: "\\\${env:\${5:SMTP_PASSWORD}\\}"`,
    isSnippet: true,
    sortText: "0",
  };
  const known = PROVIDERS.map((provider, index): CompletionItem => {
    const lines = [
      `\${1:${provider.id.replace(/\W/g, "-")}}:`,
      ...providerLines(provider, 2).map((line) => `  ${line}`),
    ];
    return {
      label: t("account at {provider}", { provider: provider.name }),
      kind: "snippet",
      documentation: providerText(provider, provider.id, t),
      span: replace,
      insertText: before + lines.join("\n"),
      isSnippet: true,
      sortText: `1${String(index).padStart(2, "0")}`,
      filterText: [provider.id, provider.name, ...provider.aliases].join(" "),
    };
  });
  return [own, ...known];
}

/** The lines of an account at a provider, `provider:` first, as a snippet with tab stops from `first` on. */
export function providerLines(provider: Provider, first: number): string[] {
  const { smtp } = provider;
  const [best] = smtp.ports;
  const address = `you@${provider.mailDomains[0] ?? "example.com"}`;
  const username =
    provider.username === "fixed"
      ? (provider.fixedUsername ?? "")
      : provider.username === "address"
        ? `\${${first}:${address}}`
        : `\${${first + 1}:user}`;
  const isOAuth = provider.secret === "oauth";
  const secret = `"\\\${env:\${${first + 2}:${secretNameOf(provider)}}\\}"`;
  return [
    `provider: ${writeId(provider.id)}`,
    `from: \${${first}:${address}}`,
    "smtp:",
    `  host: ${smtp.host}`,
    `  port: ${best?.port ?? 465}`,
    `  security: ${best?.security ?? "tls"}`,
    "  auth:",
    `    method: ${isOAuth ? "xoauth2" : "plain"}`,
    `    username: ${username}`,
    `    ${isOAuth ? "accessToken" : "password"}: ${secret}`,
  ];
}

/** `163` alone is a number in YAML; as text it needs quotes only for other readers. */
export function writeId(id: string): string {
  return /^\d+$/.test(id) ? `"${id}"` : id;
}
