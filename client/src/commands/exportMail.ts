import { type ExportTarget, exportAccount } from "../../../server/src/core/export/index.ts";
import type { Choice } from "../editor.ts";
import { chooseAccount, chooseExistingConfig, openLine } from "./configChoice.ts";
import type { ConfigTools } from "./configTools.ts";

/** The command “Export account”: its settings for another program, in a new document. No secret gets into it. */
export async function exportMail(tools: ConfigTools): Promise<boolean> {
  const { editor, t } = tools;
  const uri = await chooseExistingConfig(editor, tools);
  if (uri === undefined) return false;
  const accounts = await tools.server.accounts(uri);
  if (accounts.length === 0) editor.tell("warning", t("The file has no account. Write one under `accounts`."));
  const account = await chooseAccount(editor, accounts, undefined, t("Which account?"));
  if (account === undefined) return false;
  const target = await editor.pick(t("For which program?"), targets(tools));
  if (target === undefined) return false;
  const exported = exportAccount(account, target, { t, createUuid: tools.createUuid });
  if ("refused" in exported) {
    editor.tell("error", exported.refused, [openLine(editor, uri, account.nameRange, t)]);
    return false;
  }
  await tools.open(exported.text, exported.language);
  return true;
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
