import { portFact } from "../../../server/src/core/facts/ports.ts";
import { PROVIDERS, type Provider } from "../../../server/src/core/facts/providers.ts";
import { secretText } from "../../../server/src/core/facts/secretKinds.ts";
import { secretNameOf, storageName } from "../../../server/src/core/facts/secretNames.ts";
import {
  accountEntries,
  accountName,
  type ImportedAccount,
  writeConfig,
} from "../../../server/src/core/import/index.ts";
import { parseMailbox } from "../../../server/src/core/syntax/mailbox.ts";
import { joinSentences } from "../../../server/src/core/text/sentences.ts";
import type { Choice } from "../editor.ts";
import { type Answer, walk } from "../steps.ts";
import { type ConfigTools, writeAccounts } from "./configTools.ts";

interface Answers {
  /** `undefined` for a server of one's own. */
  readonly provider?: Provider | undefined;
  readonly from: string;
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly place: "storage" | "environment";
  /** Empty where it is not given now. */
  readonly secret: string;
}

const BEGIN: Answers = { from: "", host: "", port: 465, username: "", place: "storage", secret: "" };
const STEPS = 6;

/** The command “New account”: asks for provider, address and password, and writes an account that has no fault. */
export async function newAccount(tools: ConfigTools): Promise<boolean> {
  const answers = await walk(BEGIN, [
    (it, step) => askProvider(tools, it, step),
    (it, step) => askAddress(tools, it, step),
    (it, step) => askServer(tools, it, step),
    (it, step) => askUser(tools, it, step),
    (it, step) => askPlace(tools, it, step),
    (it, step) => askSecret(tools, it, step),
  ]);
  if (answers === undefined) return false;
  const account = accountOf(answers);
  const entries = accountEntries(account);
  const isWritten = await writeAccounts(
    tools,
    [{ name: account.name, entries }],
    writeConfig({ accounts: [account] }, tools.t),
  );
  if (!isWritten) return false;
  if (answers.secret !== "") await tools.secrets.store(secretName(answers), hostOf(answers), answers.secret);
  tell(tools, answers);
  return true;
}

function placeOf({ t }: ConfigTools, step: number) {
  return { title: t("New mail account"), step, totalSteps: STEPS };
}

async function askProvider(tools: ConfigTools, answers: Answers, step: number): Promise<Answer<Answers>> {
  const { t, steps } = tools;
  const own: Choice<Provider | undefined> = {
    label: t("Another server"),
    detail: t("One of your own, or of a provider that is not in this list"),
    value: undefined,
  };
  const known = PROVIDERS.map(
    (it): Choice<Provider | undefined> => ({
      label: it.name,
      description: it.mailDomains.join(", "),
      detail: `${it.smtp.host} · ${t(secretText(it.secret))}`,
      value: it,
    }),
  );
  const answer = await steps.pick(
    placeOf(tools, step),
    [...known, own],
    t("Search by name or by the domain of your address"),
  );
  return typeof answer === "object" ? { value: { ...answers, provider: answer.value } } : answer;
}

async function askAddress(tools: ConfigTools, answers: Answers, step: number): Promise<Answer<Answers>> {
  const { t, steps } = tools;
  const answer = await steps.ask(placeOf(tools, step), {
    prompt: t("Sender: the address that recipients see, such as `Ops <ops@example.com>`"),
    value: answers.from,
    problem: (it) => (parseMailbox(it.trim()) ? undefined : t("Write an address such as `postmaster@example.com`.")),
  });
  return typeof answer === "object" ? { value: { ...answers, from: answer.value.trim() } } : answer;
}

/** `host` or `host:port`; providers have theirs. */
async function askServer(tools: ConfigTools, answers: Answers, step: number): Promise<Answer<Answers>> {
  const { t, steps } = tools;
  if (answers.provider !== undefined) return { value: answers };
  const answer = await steps.ask(placeOf(tools, step), {
    prompt: t("Sending server, such as `smtp.example.com` or `smtp.example.com:587`"),
    value:
      answers.host === ""
        ? `smtp.${parseMailbox(answers.from)?.domain ?? "example.com"}`
        : `${answers.host}:${answers.port}`,
    problem: (it) => (readServer(it) ? undefined : t("Write a host name, such as `smtp.example.com`.")),
  });
  if (typeof answer !== "object") return answer;
  return { value: { ...answers, ...(readServer(answer.value) ?? {}) } };
}

function readServer(text: string): { readonly host: string; readonly port: number } | undefined {
  const [, host, port = "465"] = /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?$/i.exec(text.trim()) ?? [];
  const number = Number(port);
  return host === undefined || host.includes("..") || number < 1 || number > 65_535
    ? undefined
    : { host, port: number };
}

/** Where the provider's user name is the address, or always the same, nobody is asked. */
async function askUser(tools: ConfigTools, answers: Answers, step: number): Promise<Answer<Answers>> {
  const { t, steps } = tools;
  if (answers.provider !== undefined && answers.provider.username !== "own") return { value: answers };
  const answer = await steps.ask(placeOf(tools, step), {
    prompt: t("User name: what you log in to the server with"),
    value: answers.username || (answers.provider === undefined ? (parseMailbox(answers.from)?.address ?? "") : ""),
    problem: (it) => (it.trim() === "" || it.includes("${") ? t("Write the user name.") : undefined),
  });
  return typeof answer === "object" ? { value: { ...answers, username: answer.value.trim() } } : answer;
}

async function askPlace(tools: ConfigTools, answers: Answers, step: number): Promise<Answer<Answers>> {
  const { t, steps } = tools;
  const choices: readonly Choice<Answers["place"]>[] = [
    {
      label: t("Secret storage"),
      description: `\${secret:${secretName({ ...answers, place: "storage" })}}`,
      detail: t("The editor keeps it on this machine and sends it to this server only."),
      value: "storage",
    },
    {
      label: t("Environment"),
      description: `\${env:${secretName({ ...answers, place: "environment" })}}`,
      detail: t("You set the variable yourself, as servers and CI do."),
      value: "environment",
    },
  ];
  const wanted =
    answers.provider === undefined ? t("Where is the password kept?") : t(secretText(answers.provider.secret));
  const answer = await steps.pick(placeOf(tools, step), choices, wanted);
  return typeof answer === "object" ? { value: { ...answers, place: answer.value } } : answer;
}

async function askSecret(tools: ConfigTools, answers: Answers, step: number): Promise<Answer<Answers>> {
  const { t, steps } = tools;
  if (answers.place === "environment") return { value: answers };
  const kind = answers.provider === undefined ? "" : t(secretText(answers.provider.secret));
  const answer = await steps.ask(placeOf(tools, step), {
    prompt: joinSentences(kind, t("Leave it empty to be asked when the first mail is sent.")),
    isSecret: true,
  });
  return typeof answer === "object" ? { value: { ...answers, secret: answer.value } } : answer;
}

function accountOf(answers: Answers): ImportedAccount {
  const { provider, from, host, port, username, place } = answers;
  const mailbox = parseMailbox(from);
  const [best] = provider?.smtp.ports ?? [];
  const user = provider?.username === "fixed" ? provider.fixedUsername : username || mailbox?.address;
  const kind = place === "storage" ? "secret" : "env";
  const secret = { reference: `\${${kind}:${secretName(answers)}}` };
  const isOAuth = provider?.secret === "oauth";
  return {
    name: accountName(mailbox?.local ?? "", "mail"),
    provider: provider?.id,
    from,
    smtp: {
      host: provider?.smtp.host ?? host,
      port: best?.port ?? port,
      security: best?.security ?? portFact(port)?.security ?? "starttls",
      auth: isOAuth
        ? { method: "xoauth2", username: user, accessToken: secret }
        : { method: "plain", username: user, password: secret },
    },
  };
}

function hostOf({ provider, host }: Answers): string {
  return provider?.smtp.host ?? host;
}

/** `QQ_AUTH_CODE`, or `qq-auth-code` in the secret storage. */
function secretName({ provider, place }: Answers): string {
  const name = provider === undefined ? "SMTP_PASSWORD" : secretNameOf(provider);
  return place === "environment" ? name : storageName(name);
}

function tell({ editor, t, openLink }: ConfigTools, answers: Answers): void {
  const { provider, place, secret } = answers;
  const name = secretName(answers);
  const next =
    place === "environment"
      ? t("Set the environment variable `{name}`.", { name })
      : secret === ""
        ? t("The password is asked for when the first mail is sent.")
        : t("The password is in the secret storage.");
  const help =
    provider === undefined ? [] : [{ title: t("Open the provider's help"), run: () => openLink(provider.help) }];
  editor.tell("info", joinSentences(t("The account is written."), next), help);
}
