import type { Translate } from "../core/locale.ts";

/** The text of `--help`. Names of options stay as they are in every language. */
export function usage(t: Translate): string {
  const commands: readonly (readonly [string, string])[] = [
    ["check [OPTIONS] PATH…", t("Check zone files and configs; folders are searched, `-` is the standard input.")],
    ["explain CODE|PORT|REPLY|-", t("Explain a rule, a port or a server's reply; `-` reads a bounce or a log.")],
    ["rules [--format text|json]", t("List all rules.")],
    [
      "spf [--ip ADDRESS] [--live] [--server ADDRESS] [--origin NAME] FILE NAME",
      t("Show the lookups behind an SPF record, and which term an address meets."),
    ],
    [
      "test-connection [--account NAME] FILE",
      t("Go the whole way to the servers of a config, up to the login, and send nothing."),
    ],
    [
      "compare [--server ADDRESS] [--origin NAME] FILE",
      t("Compare a zone file with the DNS: what is missing, different or extra, and what only the network tells."),
    ],
    [
      "send-test [--account NAME] [--to ADDRESS] [--ip ADDRESS] [--dry-run|--fetch] FILE",
      t("Send a test mail, or only say whether it would pass SPF, DKIM and DMARC; see what arrives."),
    ],
    [
      "import [--address ADDRESS] FILE",
      t("Turn the mail settings of another program into a `.mailconfig.yaml`, on the standard output."),
    ],
    [
      "export --to TARGET [--account NAME] FILE",
      t("Write an account for another program: nodemailer, postfix, msmtp, thunderbird, apple or text."),
    ],
    ["debug [--origin NAME] FILE", t("Show a file as it was understood, without secrets.")],
  ];
  const options: readonly (readonly [string, string])[] = [
    ["--format text|json|github|sarif", t("How findings are printed.")],
    ["--fix", t("Make all safe fixes and write the files.")],
    ["--origin NAME", t("The zone's name, where the file does not say it.")],
    ["--config FILE", t("A config whose `rules` count for all files.")],
    ["--rule CODE=SEVERITY", t("Set a rule's severity: off, hint, info, warning or error; may be repeated.")],
    ["--max-warnings N", t("Fail if there are more warnings.")],
    ["--since REVISION", t("Report only what is new since a git revision; a serial that was not raised, too.")],
    ["--stdin-filename NAME", t("What the standard input is called.")],
    ["--lang en|zh-cn", t("The language of all sentences.")],
    ["--help, --version", t("Show this text, or the version.")],
  ];
  const exits = t("Exit code: 0 clean, 1 findings, 2 the check could not run.");
  return `${t("Usage: mailconfig COMMAND …")}\n\n${table(commands)}\n${t("Options of `check`:")}\n\n${table(options)}\n${exits}\n`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([left, right]) => `  ${left}\n      ${right}\n`).join("");
}
