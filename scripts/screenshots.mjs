// `npm run screenshots`: the pictures of README and docs, taken from the real editor, light and dark.
//
//   npm run screenshots             all of them
//   npm run screenshots -- zones    those of zone files
//   npm run screenshots -- mail     those of the connection test and of a refused mail
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensurePackages, ROOT } from "./lib/project.mjs";

ensurePackages();
const { build } = await import("./build.mjs");
await build();
const { install } = await import("./vscode/install.mjs");
install();
const { exitOnSignals, launchUi } = await import("./vscode/launch-ui.mjs");
const { quietSettings, takeZonePictures } = await import("./lib/zonePictures.mjs");
const { takeMailPictures } = await import("./lib/mailPictures.mjs");
const { startSmtpSink } = await import("./lib/smtpSink.mjs");
const { PASSWORD_VARIABLE, writeTestMailConfig } = await import("./lib/testMailConfig.mjs");

exitOnSignals();

const ZONE = `$ORIGIN example.com.
$TTL 3600
@       IN SOA  ns1.example.net. hostmaster ( 2026112401 2h 1h 14d 1h )
@       IN NS   ns1.example.net.
@       IN NS   ns2.example.net.
@       IN MX   10 mx1
@       IN MX   20 mx2
mx1     IN A    192.0.2.10
mx2     IN A    198.51.100.10

; Google Workspace sends, and Microsoft 365
@       IN TXT  ( "v=spf1 include:_spf.google.com ~all "
                  "include:_spf.outlook.com -all" )
_dmarc  IN TXT  "v=DMARC1; p=quarantined; rua=dmarc@example.com"
`;

const CONFIG = `version: 1
domain: example.com
accounts:
  shop:
    from: "Shop <shop@example.com>"
    smtp:
      host: smtp.example.com
      port: 587
      security: starttls
      auth: { method: plain, username: shop@example.com, password: "\${env:SMTP_PASSWORD}" }
`;

const THEMES = /** @type {const} */ ([
  ["light", "Default Light Modern"],
  ["dark", "Default Dark Modern"],
]);
const VIEWPORT = { width: 980, height: 560 };
const images = join(ROOT, "docs/images");
mkdirSync(images, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "mailconfig-pictures-"));
const sink = await startSmtpSink(() => {});
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "shop"));
writeFileSync(join(folder, "example.com.zone"), ZONE);
writeFileSync(join(folder, "shop/.mailconfig.yaml"), CONFIG);
writeTestMailConfig(join(folder, "ops"), sink);
const only = process.argv[2];
if (only === undefined) for (const [name, theme] of THEMES) await takePictures(name, theme);
if (only !== "mail") await takeZonePictures(images, THEMES);
if (only !== "zones") await takeMailPictures(images, THEMES);
await sink.stop();
process.exit(0);

/** @param {"light" | "dark"} name @param {string} theme */
async function takePictures(name, theme) {
  const ui = await launchUi({
    folder,
    file: "shop/.mailconfig.yaml",
    extensionDevelopmentPath: ROOT,
    env: { ...process.env, [PASSWORD_VARIABLE]: sink.password },
    viewport: VIEWPORT,
    colorScheme: name,
    settings: quietSettings(theme),
  });
  const { page } = ui;
  const picture = async (/** @type {string} */ what) => {
    await page.screenshot({ path: join(images, `${what}-${name}.png`) });
    console.log(`docs/images/${what}-${name}.png`);
  };
  await page.keyboard.press("ControlOrMeta+B"); // the side bar takes the room that the text needs
  const hover = await ui.hover("587");
  await hover.getByText("RFC").first().waitFor();
  await picture("hover");
  await page.keyboard.press("Escape");

  await ui.openFile("example.com.zone");
  await ui.squiggles("error").first().waitFor({ state: "attached" });
  await ui.putCursorOn("_spf.outlook.com");
  await ui.openQuickFixes();
  await picture("diagnostic");
  await page.keyboard.press("Escape");

  await ui.runCommand("Mailconfig: Check Domain");
  const report = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  await report.getByRole("heading", { level: 1, name: "example.com" }).waitFor();
  await page.setViewportSize({ width: 980, height: 900 });
  await ui.runCommand("View: Close Editors in Other Groups");
  await report.getByText("spf/unreachable-term").first().waitFor();
  await page.mouse.move(0, 0);
  await picture("report");
  await page.setViewportSize(VIEWPORT);
  await ui.runCommand("View: Close All Editors");

  await ui.openFile("example.com.zone");
  await ui.runCommand("Mailconfig: Send Test Mail");
  await ui.pick("ops");
  await ui.pick("starttls");
  await page.locator(".quick-input-widget", { hasText: "Recipient" }).waitFor();
  await ui.answer("postmaster@example.com");
  const result = page.locator(".notification-list-item", { hasText: "postmaster@example.com" }).first();
  await result.waitFor({ timeout: 20_000 }).catch(() => ui.runCommand("Notifications: Show Notifications"));
  await result.waitFor();
  await page.mouse.move(0, 0);
  await picture("test-mail");
  await ui.close();
}
