import { portFact } from "../../facts/ports.ts";
import { schemeOf } from "../../facts/protocols.ts";
import type { Provider, ProviderServer } from "../../facts/providers.ts";
import { secretText } from "../../facts/secretKinds.ts";
import type { Translate } from "../../locale.ts";
import { toMarkdown } from "../zone/markdown.ts";

/** What a port is for, its encryption, and when to use it; `undefined` for one that mail does not use. */
export function portText(port: number, t: Translate): string | undefined {
  const fact = portFact(port);
  if (!fact) return undefined;
  const { service, what, encryption, when, reference } = fact;
  return toMarkdown({
    code: String(port),
    what: `${t(what)} (\`${service}\`)`,
    paragraphs: [t(encryption), t(when)],
    references: [reference],
  });
}

export function schemeText(scheme: string, t: Translate): string | undefined {
  const fact = schemeOf(scheme);
  return fact && toMarkdown({ code: `${fact.scheme}://`, what: t(fact.doc), references: [fact.reference] });
}

export function referenceText(reference: string, t: Translate): string {
  const name = reference.slice(reference.indexOf(":") + 1, -1);
  const isSecret = reference.startsWith("${secret:");
  return toMarkdown({
    code: reference,
    what: isSecret ? t("read from the editor's secret storage") : t("read from the environment"),
    paragraphs: [
      isSecret
        ? t(
            "“Send test mail” asks for `{name}` once and keeps it where the editor keeps its own secrets, never in a file.",
            { name },
          )
        : t(
            "The environment variable `{name}` of the editor or of the command line. Where it is not set, you are asked.",
            { name },
          ),
    ],
  });
}

/** @param code what the hover stands on: the provider's name or one of its hosts */
export function providerText(provider: Provider, code: string, t: Translate): string {
  const { smtp, imap, pop3, spfInclude, help, asOf, methods } = provider;
  const rows: (readonly [string, string])[] = [["smtp", serverText(smtp)]];
  if (imap) rows.push(["imap", serverText(imap)]);
  if (pop3) rows.push(["pop3", serverText(pop3)]);
  rows.push(["auth", methods.map((it) => `\`${it}\``).join(", ")]);
  if (spfInclude !== undefined) rows.push(["SPF", `\`include:${spfInclude}\``]);
  const username =
    provider.fixedUsername !== undefined
      ? t("The user name is `{name}` for everyone.", { name: provider.fixedUsername })
      : provider.username === "address"
        ? t("The user name is the whole mail address.")
        : t("The user name is one that the provider gave.");
  return toMarkdown({
    code,
    what: t("server settings of {provider}, as of {date}", { provider: provider.name, date: asOf }),
    paragraphs: [`${t(secretText(provider.secret))} ${username}`, limitText(provider, t)],
    values: rows,
    references: [help],
  });
}

/** How much one account may send, where the provider says so. */
function limitText({ perDay, perMinute }: Provider, t: Translate): string | undefined {
  const day = perDay?.toLocaleString("en-US");
  if (day !== undefined && perMinute !== undefined)
    return t("At most {perDay} mails a day and {perMinute} a minute.", { perDay: day, perMinute });
  return day === undefined ? undefined : t("At most {perDay} mails a day.", { perDay: day });
}

function serverText({ host, ports }: ProviderServer): string {
  return `\`${host}\` ${ports.map(({ port, security }) => `${port} ${security}`).join(", ")}`;
}
