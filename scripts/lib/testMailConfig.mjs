// The `.mailconfig.yaml` of the local mail server, for `npm start` and the screenshots.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The environment variable that the accounts take their password from. */
export const PASSWORD_VARIABLE = "MAILCONFIG_EXAMPLE_PASSWORD";

/** @param {string} folder @param {import("./smtpSink.mjs").Sink} sink */
export function writeTestMailConfig(folder, sink) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "ca.pem"), sink.certificate);
  writeFileSync(join(folder, ".mailconfig.yaml"), configText(sink));
}

/** @param {import("./smtpSink.mjs").Sink} sink */
function configText({ ports, username }) {
  return `# Written by \`npm start\` for its own mail server, which takes every mail and delivers none. It is gone when that ends.
# mailconfig-disable config/nonstandard-port
version: 1
domain: example.com
accounts:
${account("starttls", ports.starttls, "starttls", username)}\
${account("implicit-tls", ports.tls, "tls", username)}\
  # The mail server knows no such user: see how a refused login is explained.
${account("wrong-login", ports.starttls, "starttls", "nobody@example.com")}\
  # TLS from the first byte on a port that speaks STARTTLS: see what OpenSSL's “wrong version number” means.
${account("wrong-security", ports.starttls, "tls", username)}\
test: { to: postmaster@example.com, subject: Test, text: It works. }
`;
}

/** @param {string} name @param {number} port @param {string} security @param {string} login */
function account(name, port, security, login) {
  return `  ${name}:
    from: "Ops <ops@example.com>"
    smtp:
      host: localhost
      port: ${port}
      security: ${security}
      auth: { method: plain, username: ${login}, password: "\${env:${PASSWORD_VARIABLE}}" }
      tls: { caFile: ca.pem }
      ehloName: mail.example.com
`;
}
