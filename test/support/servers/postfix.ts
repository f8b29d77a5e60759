// Postfix with submission (STARTTLS required), submissions (implicit TLS) and a port like 25. Its master process is started
// by hand on a configuration of its own: no main.cf or master.cf in /etc/postfix is read, no system folder is written to.
import fs from "node:fs";
import path from "node:path";
import type { CertificateFiles } from "./certificates.ts";
import type { DovecotServer } from "./dovecot.ts";
import { account, freePorts, makeFolder, plain, runServer, writeFile } from "./run.ts";

const QUEUES = [
  "active",
  "bounce",
  "corrupt",
  "defer",
  "deferred",
  "flush",
  "hold",
  "incoming",
  "private",
  "saved",
  "trace",
];

export interface PostfixOptions {
  readonly dir: string;
  /** Checks passwords; its users get mail. */
  readonly dovecot: DovecotServer;
  readonly certificate: CertificateFiles;
  /** Further ports with implicit TLS: another certificate, other settings of smtpd; found in `morePorts` by the same names. */
  readonly more?: Readonly<
    Record<string, { certificate: CertificateFiles; settings?: Readonly<Record<string, string>> }>
  >;
  readonly host?: string;
  readonly maxSizeOctets?: number;
  /** Recipients that are answered with this at RCPT: `450 4.2.0 Greylisted`. */
  readonly replies?: Readonly<Record<string, string>>;
  /** Recipients that are accepted and fail later: `5.2.2 Full`, `4.2.0 Busy`. */
  readonly failures?: Readonly<Record<string, string>>;
}

export type PostfixServer = Awaited<ReturnType<typeof startPostfix>>;

export async function startPostfix({
  dir,
  dovecot,
  certificate,
  more = {},
  host = "mail.example.test",
  maxSizeOctets = 1_000_000,
  replies = {},
  failures = {},
}: PostfixOptions) {
  const folder = makeFolder(path.join(dir, "postfix"));
  const owner = account("postfix");
  const queue = makeFolder(path.join(folder, "queue"));
  for (const name of QUEUES) makeFolder(path.join(queue, name), { mode: 0o700, uid: owner.uid });
  makeFolder(path.join(queue, "pid"));
  makeFolder(path.join(queue, "public"), { mode: 0o710, uid: owner.uid });
  makeFolder(path.join(queue, "maildrop"), { mode: 0o730, uid: owner.uid });
  makeFolder(path.join(folder, "data"), { mode: 0o700, ...owner });
  const logFile = path.join(folder, "maillog");
  const mailbox = account("nobody");
  const domains = [...new Set(dovecot.users.map((user) => user.slice(user.lastIndexOf("@") + 1)))];
  const table = (entries: Record<string, string>) => {
    const all = Object.entries({ "nobody@invalid": "DUNNO", ...entries }); // an empty table fails at every look-up
    return `inline:{ ${all.map(([key, value]) => `{ ${plain(key)} = ${withoutBraces(value)} }`).join(" ")} }`;
  };
  const mailboxes = dovecot.users.map(
    (user) =>
      [user, `${user.slice(user.lastIndexOf("@") + 1)}/${user.slice(0, user.lastIndexOf("@"))}/Maildir/`] as const,
  );
  const transports = Object.entries(failures).map(([user, why]) => [
    user,
    `${why.startsWith("4") ? "delaying" : "failing"}:${why}`,
  ]);

  const mainFile = writeFile(
    path.join(folder, "main.cf"),
    `
compatibility_level = 3.6
config_directory = ${folder}
queue_directory = ${queue}
data_directory = ${folder}/data
maillog_file = ${logFile}
maillog_file_prefixes = ${folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = ${plain(host)}
myorigin = ${domains[0]}
mydestination =
mynetworks =
alias_maps =
local_recipient_maps =
local_transport = error:5.1.1 No local users
default_transport = failing:5.4.4 No mail leaves this machine
message_size_limit = ${maxSizeOctets}
virtual_mailbox_limit = 0
virtual_mailbox_domains = ${domains.join(" ")}
virtual_mailbox_base = ${dovecot.mail}
virtual_mailbox_maps = ${table(Object.fromEntries([...Object.keys(failures).map((user) => [user, "never/"]), ...mailboxes]))}
virtual_uid_maps = static:${mailbox.uid}
virtual_gid_maps = static:${mailbox.gid}
transport_maps = ${table(Object.fromEntries(transports))}
delay_warning_time = 1s
minimal_backoff_time = 1s
queue_run_delay = 1s
smtpd_tls_chain_files = ${certificate.key}, ${certificate.cert}
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${dovecot.authSocket}
smtpd_error_sleep_time = 0
smtpd_client_connection_count_limit = 0
smtpd_recipient_restrictions = check_recipient_access ${table(replies)}, permit_sasl_authenticated, reject_unauth_destination
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
`,
  );

  const [submissionPort = 0, smtpsPort = 0, smtpPort = 0, ...morePorts] = await freePorts(3 + Object.keys(more).length);
  const login = [
    "-o smtpd_sasl_auth_enable=yes -o smtpd_tls_auth_only=yes -o smtpd_client_restrictions=permit_sasl_authenticated,reject",
  ];
  const smtpd = (port: number, ...settings: string[]) =>
    `127.0.0.1:${port} inet n - n - - smtpd ${settings.join(" ")}\n`;
  const named = Object.entries(more).map(
    (
      [
        name,
        {
          certificate: { key, cert },
          settings = {},
        },
      ],
      index,
    ) => ({
      port: morePorts[index] ?? 0,
      name,
      options: Object.entries({ smtpd_tls_chain_files: `${key},${cert}`, ...settings }).map(
        ([setting, value]) => `-o { ${setting} = ${value} }`,
      ),
    }),
  );
  writeFile(
    path.join(folder, "master.cf"),
    `
# service type private unprivileged chroot wakeup maxproc command
${smtpd(submissionPort, "-o smtpd_tls_security_level=encrypt", ...login)}
${smtpd(smtpsPort, "-o smtpd_tls_wrappermode=yes", ...login)}
${smtpd(smtpPort, "-o smtpd_tls_security_level=may")}
${named.map(({ port, options }) => smtpd(port, "-o smtpd_tls_wrappermode=yes", ...login, ...options)).join("")}
cleanup unix n - n - 0 cleanup
qmgr unix n - n 1 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
# smtpd looks at the transport while the client waits, and refuses at RCPT what goes to error or retry; not so by other names.
failing unix - - n - - error -n error
delaying unix - - n - - error -n retry
tlsmgr unix - - n 1000? 1 tlsmgr
postlog unix-dgram n - n - 1 postlogd
`,
  );
  // Postfix does not trust a main.cf that is only just written and waits up to two seconds, so it gets an older date.
  fs.utimesSync(mainFile, 0, 0);
  const ports = [submissionPort, smtpsPort, smtpPort, ...morePorts];
  const server = await runServer({
    name: "postfix",
    command: ["/usr/lib/postfix/sbin/master", "-c", folder, "-s"],
    ports,
    logFile,
  });
  const namedPorts = Object.fromEntries(named.map(({ name, port }) => [name, port]));
  return { ...server, host, submissionPort, smtpsPort, smtpPort, morePorts: namedPorts };
}

function withoutBraces(value: string) {
  if (/[{}\r\n$]/.test(value)) throw new Error(`Not safe in a server's configuration: ${JSON.stringify(value)}`);
  return value;
}
