import { type ExportTarget, exportAccount } from "../../../server/src/core/export/index.ts";
import type { AccountInfo } from "../../../server/src/protocol.ts";
import type { Choice } from "../editor.ts";
import { type ConfigTools, chooseConfig } from "./configTools.ts";

/** The command “Export account”: its settings for another program, in a new document. No secret gets into it. */
export async function exportMail(tools: ConfigTools): Promise<boolean> {
  const { editor, t } = tools;
  const uri = await chooseConfig(tools);
  if (uri === "new")
    editor.tell("info", t("There is no `.mailconfig.yaml` in this workspace yet. “New Account” writes one."));
  if (uri === undefined || uri === "new") return false;
  const account = await chooseAccount(tools, await tools.server.accounts(uri));
  if (account === undefined) return false;
  const target = await editor.pick(t("For which program?"), targets(tools));
  if (target === undefined) return false;
  const exported = exportAccount(account, target, { t, createUuid: tools.createUuid });
  if ("refused" in exported) {
    editor.tell("error", exported.refused, [
      { title: t("Open line"), run: () => editor.reveal(uri, account.nameRange) },
    ]);
    return false;
  }
  await tools.open(exported.text, exported.language);
  return true;
}

async function chooseAccount(
  { editor, t }: ConfigTools,
  accounts: readonly AccountInfo[],
): Promise<AccountInfo | undefined> {
  if (accounts.length === 0) editor.tell("warning", t("The file has no account. Write one under `accounts`."));
  if (accounts.length < 2) return accounts[0];
  const choices = accounts.map(
    (it): Choice<AccountInfo> => ({ label: it.name, description: it.from?.value ?? "", value: it }),
  );
  return editor.pick(t("Which account?"), choices);
}

function targets({ t }: ConfigTools): readonly Choice<ExportTarget>[] {
  return [
    { label: "nodemailer", detail: t("A JavaScript module; secrets come from the environment."), value: "nodemailer" },
    { label: "Postfix", detail: t("Lines of main.cf for a relay."), value: "postfix" },
    { label: "msmtp", detail: t("An account of .msmtprc."), value: "msmtp" },
    {
      label: "Thunderbird",
      detail: t("An autoconfig file, which a domain publishes for its users."),
      value: "thunderbird",
    },
    { label: "iPhone, iPad, Mac", detail: t("A configuration profile (.mobileconfig)."), value: "apple" },
    { label: t("Text"), detail: t("What people type into Outlook, an iPhone or Android."), value: "text" },
  ];
}
