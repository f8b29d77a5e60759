// Exim with submission (STARTTLS, then AUTH) and submissions (implicit TLS), delivering to Maildirs. A second opinion beside
// Postfix: other texts, other TLS library (GnuTLS), a DSN of its own wording. Debian installs only one of the two, so this one
// runs from an unpacked package, without the set-user-id bit: it never needs root again once its ports are open.
import fs from "node:fs";
import path from "node:path";
import { eximBinary } from "../../../scripts/lib/mailServers.mjs";
import type { CertificateFiles } from "./certificates.ts";
import { account, freePorts, makeFolder, plain, runServer, writeFile } from "./run.ts";

export interface EximOptions {
  readonly dir: string;
  readonly certificate: CertificateFiles;
  /** Addresses and their passwords. */
  readonly users: Readonly<Record<string, string>>;
  /** Addresses and their access tokens, for XOAUTH2. */
  readonly tokens?: Readonly<Record<string, string>>;
  readonly host?: string;
  readonly maxSizeOctets?: number;
}

export type EximServer = Awaited<ReturnType<typeof startExim>>;

export async function startExim({
  dir,
  certificate,
  users,
  tokens = {},
  host = "mail.example.test",
  maxSizeOctets = 1_000_000,
}: EximOptions) {
  const owner = account("Debian-exim");
  const folder = makeFolder(path.join(dir, "exim"), owner);
  const mail = makeFolder(path.join(folder, "mail"), owner); // mail/<address>/Maildir
  for (const user of Object.keys(users)) makeFolder(path.join(mail, plain(user)), owner);
  for (const name of ["spool", "log"]) makeFolder(path.join(folder, name), owner);
  const secret = { mode: 0o400, ...owner };
  const key = writeFile(path.join(folder, "tls.key"), fs.readFileSync(certificate.key, "utf8"), secret);
  const list = (name: string, entries: Record<string, string>) =>
    writeFile(
      path.join(folder, name),
      Object.entries(entries)
        .map(([user, value]) => `${plain(user)}: ${Buffer.from(value).toString("base64")}\n`)
        .join(""),
      secret,
    );
  const passwords = list("passwords", users);
  const bearers = list(
    "tokens",
    Object.fromEntries(
      Object.entries(tokens).map(([user, token]) => [user, `user=${user}\x01auth=Bearer ${token}\x01\x01`]),
    ),
  );
  const domains = [...new Set(Object.keys(users).map((user) => user.slice(user.lastIndexOf("@") + 1)))];
  const [submissionPort = 0, smtpsPort = 0] = await freePorts(2);
  const logFile = path.join(folder, "log", "main");
  const passwordOf = (user: string) => `\${lookup{${user}}lsearch{${passwords}}{\${base64d:$value}}fail}`;
  const matches = (user: string, password: string) =>
    `\${lookup{${user}}lsearch{${passwords}}{\${if eq{$value}{\${base64:${password}}}}}{false}}`;
  const bearerUser = "${sg{$auth1}{\\N^user=([^\\x01]*)\\x01.*\\N}{\\$1}}";

  const configuration = writeFile(
    path.join(folder, "exim.conf"),
    `
exim_path = ${eximBinary}
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%s
pid_file_path = ${folder}/exim.pid
keep_environment =
primary_hostname = ${plain(host)}
qualify_domain = ${domains[0]}
disable_ipv6
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${submissionPort} : ${smtpsPort}
tls_on_connect_ports = ${smtpsPort}
tls_advertise_hosts = *
tls_certificate = ${certificate.cert}
tls_privatekey = ${key}
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
dsn_advertise_hosts = *
host_lookup =
rfc1413_hosts =
deliver_drop_privilege
message_size_limit = ${maxSizeOctets}
acl_smtp_mail = acl_mail
acl_smtp_rcpt = acl_rcpt
acl_smtp_data = accept

begin acl
acl_mail:
  deny message = 530 5.7.0 Use STARTTLS first
    condition = \${if eq{$tls_in_cipher}{}}
  deny message = 530 5.7.0 Log in first
    !authenticated = *
  accept
acl_rcpt:
  deny message = 550 5.1.1 No such mailbox: $local_part@$domain
    domains = ${domains.join(" : ")}
    !verify = recipient
  accept

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${matches("$auth2", "$auth3")}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${matches("$auth1", "$auth2")}
  server_set_id = $auth1
cram:
  driver = cram_md5
  public_name = CRAM-MD5
  server_secret = ${passwordOf("$auth1")}
  server_set_id = $auth1
xoauth2:
  driver = plaintext
  public_name = XOAUTH2
  server_advertise_condition = ${Object.keys(tokens).length > 0}
  server_prompts = :
  server_condition = \${lookup{${bearerUser}}lsearch{${bearers}}{\${if eq{$value}{\${base64:$auth1}}}}{false}}
  server_set_id = ${bearerUser}

begin routers
mailbox:
  driver = accept
  domains = ${domains.join(" : ")}
  address_data = \${lookup{$local_part@$domain}dsearch,filter=dir{${mail}}{$value}fail}
  transport = maildir
outside:
  driver = redirect
  domains = ! ${domains.join(" : ! ")}
  allow_fail
  data = :fail: No mail leaves this machine
  no_verify

begin transports
maildir:
  driver = appendfile
  maildir_format
  directory = ${mail}/$address_data/Maildir
  create_directory
  return_path_add
  user = Debian-exim

begin retry
* * F,1h,1s
`,
  );
  const server = await runServer({
    name: "exim",
    command: [eximBinary, "-C", configuration, "-bdf", "-q5s"],
    ports: [submissionPort, smtpsPort],
    logFile,
  });
  return { ...server, host, submissionPort, smtpsPort, mail };
}
