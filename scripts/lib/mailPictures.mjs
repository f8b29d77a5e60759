// The pictures of docs/connection-test.md: connection reports of a good server and of one whose certificate has expired, and a mail
// that is refused.
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import selfsigned from "selfsigned";
import { SMTPServer } from "smtp-server";
import { launchUi } from "../vscode/launch-ui.mjs";
import { ROOT } from "./project.mjs";
import { quietSettings } from "./zonePictures.mjs";

const DAY_MS = 86_400_000;
const PASSWORD = "picture password";

/** @param {string} images @param {readonly (readonly ["light" | "dark", string])[]} themes */
export async function takeMailPictures(images, themes) {
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-mail-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const authority = await certificate("Harbour CA", 3650, undefined);
  const good = await serve(await certificate("localhost", 70, authority));
  const expired = await serve(await certificate("localhost", -3, authority));
  writeFileSync(join(folder, "ca.pem"), authority.cert);
  writeFileSync(join(folder, ".mailconfig.yaml"), config(good.port, expired.port));
  for (const [name, theme] of themes) await takePictures(images, folder, name, theme);
  await Promise.all([good.stop(), expired.stop()]);
}

/** @param {string} images @param {string} folder @param {"light" | "dark"} name @param {string} theme */
async function takePictures(images, folder, name, theme) {
  const ui = await launchUi({
    folder,
    file: ".mailconfig.yaml",
    extensionDevelopmentPath: ROOT,
    env: { ...process.env, PICTURE_PASSWORD: PASSWORD },
    viewport: { width: 980, height: 820 },
    colorScheme: name,
    settings: quietSettings(theme),
  });
  const { page } = ui;
  const picture = async (/** @type {string} */ what) => {
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(images, `${what}-${name}.png`) });
    console.log(`docs/images/${what}-${name}.png`);
  };
  const row = (/** @type {string} */ text) => page.locator(".pane-body .monaco-list-row", { hasText: text }).first();
  const clear = async () => {
    await ui.runCommand("Notifications: Clear All Notifications");
  };
  await page.keyboard.press("ControlOrMeta+B");
  await page.locator(".codelens-decoration").nth(1).waitFor();

  await ui.runCommand("Mailconfig: Test Connection");
  await ui.pick("ops");
  await row("Encryption (TLS)").waitFor();
  await clear();
  await row("Encryption (TLS)").locator(".monaco-tl-twistie").click();
  await picture("connection-good");

  await ui.runCommand("Mailconfig: Test Connection");
  await ui.pick("old");
  await row("The certificate expired").waitFor();
  await picture("connection-expired");
  await clear();

  await ui.runCommand("Mailconfig: Send Test Mail");
  await ui.pick("ops");
  await page.locator(".quick-input-widget", { hasText: "Recipient" }).waitFor();
  await ui.answer("nobody@example.net");
  const result = page.locator(".notification-list-item", { hasText: "did not take the mail" }).first();
  await result.waitFor({ timeout: 20_000 }).catch(() => ui.runCommand("Notifications: Show Notifications"));
  await result.waitFor();
  await picture("mail-refused");
  await ui.close();
}

/** @param {number} good @param {number} expired */
function config(good, expired) {
  const account = (/** @type {string} */ name, /** @type {number} */ port) => `  ${name}:
    from: "Ops <ops@example.com>"
    smtp:
      host: localhost
      port: ${port}
      security: starttls
      auth: { method: plain, username: ops@example.com, password: "\${env:PICTURE_PASSWORD}" }
      tls: { caFile: ca.pem }
`;
  return `# mailconfig-disable config/nonstandard-port
version: 1
domain: example.com
accounts:
${account("ops", good)}${account("old", expired)}`;
}

/** @param {{ key: string, cert: string }} own */
async function serve(own) {
  const server = new SMTPServer({
    ...own,
    name: "mail.example.com",
    banner: "ready",
    authMethods: ["PLAIN", "LOGIN"],
    size: 50_000_000,
    disableReverseLookup: true,
    closeTimeout: 50,
    onAuth: ({ password }, _session, done) =>
      password === PASSWORD ? done(null, { user: "ops" }) : done(new Error("5.7.8 Wrong user name or password")),
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`5.1.1 <${address}>: User unknown`), { responseCode: 550 })),
  });
  server.on("error", () => {}); // Who distrusts the certificate hangs up.
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve(undefined))) };
}

/** @param {string} name @param {number} days @param {{ key: string, cert: string } | undefined} authority */
async function certificate(name, days, authority) {
  const { private: key, cert } = await selfsigned.generate([{ name: "commonName", value: name }], {
    keySize: 2048,
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() - 90 * DAY_MS),
    notAfterDate: new Date(Date.now() + days * DAY_MS),
    extensions: authority
      ? [{ name: "subjectAltName", altNames: [{ type: 2, value: name }] }]
      : [{ name: "basicConstraints", cA: true, critical: true }],
    ...(authority && { ca: authority }),
  });
  return { key, cert };
}
