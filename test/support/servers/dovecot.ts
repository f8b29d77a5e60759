// Dovecot: IMAP and POP3, in clear with STARTTLS and with implicit TLS, and the password check for Postfix.
import path from "node:path";
import type { CertificateFiles } from "./certificates.ts";
import { account, freePorts, makeFolder, plain, runServer, writeFile } from "./run.ts";

/**
 * Clients come from 127.0.0.1. A connection from an address to itself counts as safe, and passwords would be taken without TLS.
 */
const ADDRESS = "127.0.0.2";

export interface DovecotOptions {
  readonly dir: string;
  readonly certificate: CertificateFiles;
  /** Addresses and their passwords. */
  readonly users: Readonly<Record<string, string>>;
  /** Addresses and their access tokens, for XOAUTH2. */
  readonly tokens?: Readonly<Record<string, string>>;
}

export type DovecotServer = Awaited<ReturnType<typeof startDovecot>>;

export async function startDovecot({ dir, certificate, users, tokens = {} }: DovecotOptions) {
  const folder = makeFolder(path.join(dir, "dovecot"));
  const mail = path.join(dir, "mail"); // mail/<domain>/<user>/, shared with Postfix
  const owner = account("nobody");
  makeFolder(mail, owner);
  const [imapPort = 0, imapsPort = 0, pop3Port = 0, pop3sPort = 0] = await freePorts(4, ADDRESS);
  const passwordFile = (name: string, entries: Record<string, string>) =>
    writeFile(
      path.join(folder, name),
      Object.entries(entries)
        .map(([user, secret]) => `${plain(user)}:{PLAIN.b64}${Buffer.from(secret).toString("base64")}\n`)
        .join(""),
      { mode: 0o640, gid: account("dovecot").gid },
    );
  const authSocket = path.join(folder, "postfix-auth");
  const logFile = path.join(folder, "log");
  const configuration = writeFile(
    path.join(folder, "dovecot.conf"),
    `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${logFile}
protocols = imap pop3
listen = ${ADDRESS}
ssl = yes
ssl_cert = <${certificate.cert}
ssl_key = <${certificate.key}
disable_plaintext_auth = yes
auth_mechanisms = plain login cram-md5${Object.keys(tokens).length ? " xoauth2" : ""}
auth_failure_delay = 0
first_valid_uid = 1
mail_location = maildir:~/Maildir
passdb {
  driver = passwd-file
  args = ${passwordFile("passwords", users)}
  mechanisms = plain login cram-md5
}
passdb {
  driver = passwd-file
  args = ${passwordFile("tokens", tokens)}
  mechanisms = xoauth2
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${mail}/%d/%n
}
service imap-login {
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = ${imapsPort}
    ssl = yes
  }
}
service pop3-login {
  inet_listener pop3 {
    port = ${pop3Port}
  }
  inet_listener pop3s {
    port = ${pop3sPort}
    ssl = yes
  }
}
service auth {
  unix_listener ${authSocket} {
    mode = 0660
    user = postfix
  }
}
# Wrong passwords from one address slow it down, and all tests come from one address.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`,
  );
  const server = await runServer({
    name: "dovecot",
    command: ["/usr/sbin/dovecot", "-F", "-c", configuration],
    ports: [imapPort, imapsPort, pop3Port, pop3sPort],
    host: ADDRESS,
    logFile,
  });
  return {
    ...server,
    address: ADDRESS,
    imapPort,
    imapsPort,
    pop3Port,
    pop3sPort,
    authSocket,
    mail,
    users: Object.keys(users),
  };
}
