import { EXPORT_TARGETS } from "../core/export/target.ts";
import { say } from "../core/locale.ts";

export const FORMATS = ["text", "json", "github", "sarif"] as const;

/** An option as the command line takes it and as `--help` shows it. */
export interface Option {
  readonly name: string;
  /** What stands for its value in `--help`; a switch has none. */
  readonly value?: string;
  readonly about: string;
}

export interface CommandText {
  /** What is written behind the options. */
  readonly operands: string;
  readonly about: string;
  readonly options: readonly Option[];
}

/** Every command takes these. */
export const COMMON_OPTIONS: readonly Option[] = [
  { name: "lang", value: "en|zh-cn", about: say("The language of all sentences.") },
];

const ORIGIN: Option = {
  name: "origin",
  value: "NAME",
  about: say("The zone's name, where the file does not say it."),
};
const ACCOUNT: Option = {
  name: "account",
  value: "NAME",
  about: say("The account that is meant, where the file has several."),
};
const INSECURE: Option = {
  name: "insecure",
  about: say("Log in although the file turns off the check of the server's certificate."),
};
const TRANSCRIPT: Option = {
  name: "transcript",
  about: say("Show each line of the dialogue with the server, without secrets."),
};
const SERVER: Option = {
  name: "server",
  value: "ADDRESS",
  about: say("A name server to ask in place of this machine's, with a port or without; may be repeated."),
};
const STDIN_FILENAME: Option = {
  name: "stdin-filename",
  value: "NAME",
  about: say("What the standard input is called."),
};

/** All commands in the order of `--help`: what they take is read and shown from here. */
export const COMMANDS = {
  check: {
    operands: "PATH…",
    about: say("Check zone files and configs; folders are searched, `-` is the standard input."),
    options: [
      { name: "format", value: FORMATS.join("|"), about: say("How findings are printed.") },
      { name: "fix", about: say("Make all safe fixes and write the files.") },
      ORIGIN,
      { name: "config", value: "FILE", about: say("A config whose `rules` count for all files.") },
      {
        name: "rule",
        value: "CODE=SEVERITY",
        about: say("Set a rule's severity: off, hint, info, warning or error; may be repeated."),
      },
      { name: "max-warnings", value: "N", about: say("Fail if there are more warnings.") },
      {
        name: "since",
        value: "REVISION",
        about: say("Report only what is new since a git revision; a serial that was not raised, too."),
      },
      STDIN_FILENAME,
    ],
  },
  explain: {
    operands: "CODE|PORT|REPLY|-",
    about: say("Explain a rule, a port or a server's reply; `-` reads a bounce or a log."),
    options: [],
  },
  rules: {
    operands: "",
    about: say("List all rules."),
    options: [{ name: "format", value: "text|json", about: say("How rules are printed.") }],
  },
  spf: {
    operands: "FILE NAME",
    about: say("Show the lookups behind an SPF record, and which term an address meets."),
    options: [
      { name: "ip", value: "ADDRESS", about: say("Say which term this address meets, and why.") },
      { name: "live", about: say("Ask the DNS for what lies outside the file.") },
      SERVER,
      ORIGIN,
    ],
  },
  "test-connection": {
    operands: "FILE",
    about: say("Go the whole way to the servers of a config, up to the login, and send nothing."),
    options: [{ ...ACCOUNT, about: say("This account only.") }, INSECURE, TRANSCRIPT],
  },
  compare: {
    operands: "FILE",
    about: say(
      "Compare a zone file with the DNS: what is missing, different or extra, and what only the network tells.",
    ),
    options: [SERVER, ORIGIN],
  },
  "send-test": {
    operands: "FILE",
    about: say("Send a test mail, or only say whether it would pass SPF, DKIM and DMARC; see what arrives."),
    options: [
      ACCOUNT,
      { name: "to", value: "ADDRESS", about: say("The recipient, in place of `test.to`.") },
      { name: "ip", value: "ADDRESS", about: say("The address that receivers see, for SPF.") },
      {
        name: "dry-run",
        about: say("Only say whether the mail would pass; no server is asked and no password needed."),
      },
      { name: "fetch", about: say("Wait for the mail in the account's mailbox, and show what became of it.") },
      INSECURE,
      TRANSCRIPT,
    ],
  },
  import: {
    operands: "FILE|URL|-",
    about: say("Turn the mail settings of another program into a `.mailconfig.yaml`, on the standard output."),
    options: [
      { name: "address", value: "ADDRESS", about: say("The mail address, where the settings leave it open.") },
      STDIN_FILENAME,
    ],
  },
  export: {
    operands: "FILE",
    about: say("Write an account for another program, on the standard output."),
    options: [
      {
        name: "to",
        value: EXPORT_TARGETS.join("|"),
        about: say("The program; required."),
      },
      ACCOUNT,
    ],
  },
  debug: {
    operands: "FILE",
    about: say("Show a file as it was understood, without secrets."),
    options: [ORIGIN],
  },
} as const satisfies Readonly<Record<string, CommandText>>;

export type CommandName = keyof typeof COMMANDS;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
