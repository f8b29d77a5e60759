import { PASSWORD, USER } from "../support/mailServer.ts";

export interface MailFixture {
  readonly port: number;
  readonly security: "tls" | "starttls";
  /** How the password is written in the file. */
  readonly password?: string;
  readonly tls?: string;
  readonly timeout?: string;
}

export const VARIABLE = "HARBOUR_PASSWORD";

/** A config whose account sends through a server on this machine. */
export function mailConfig({ port, security, password, tls = "caFile: ca.pem", timeout = "20s" }: MailFixture): string {
  return `version: 1
domain: example.com
accounts:
  crew:
    from: "Crew <${USER}>"
    smtp:
      host: 127.0.0.1
      port: ${port}
      security: ${security}
      auth: { method: plain, username: ${USER}, password: "${password ?? `\${env:${VARIABLE}}`}" }
      tls: { servername: localhost, ${tls} }
      timeouts: { connection: ${timeout}, greeting: ${timeout} }
test: { to: quay@example.net, subject: Ahoy – 你好, text: From a real editor. }
`;
}

/** Puts the right password into the environment, which the extension host shares with its tests. */
export function setPassword(password = PASSWORD): void {
  process.env[VARIABLE] = password;
}
