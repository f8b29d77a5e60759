// The pictures of docs/zones.md.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchUi } from "../vscode/launch-ui.mjs";
import { ROOT } from "./project.mjs";

const NAME = "harbour.example.zone";
const ZONE = `$ORIGIN harbour.example.
$TTL 3600
@                 IN SOA  ns1 hostmaster ( 2026112401 2h 15m 2w 300 )
                  IN NS   ns1
                  IN NS   ns2.example.net.
                  IN MX   10 mail
                  IN TXT  "v=spf1 mx include:_spf.google.com include:mailgun.org -all"
ns1               IN A    192.0.2.1
mail       86400  IN A    192.0.2.25
www        86400  IN CNAME mail
s2026._domainkey  IN TXT  "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
_dmarc            IN TXT  "v=DMARC1; p=quarantine; sp=reject; rua=mailto:dmarc@harbour.example"
`;

function hasChineseFont() {
  const { stdout } = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  return (stdout ?? "") !== "";
}

/** An editor with little around the text. */
export function quietSettings(/** @type {string} */ theme) {
  return {
    "workbench.colorTheme": theme,
    "workbench.activityBar.location": "hidden",
    "workbench.layoutControl.enabled": false,
    "breadcrumbs.enabled": false,
    "editor.minimap.enabled": false,
    "editor.fontSize": 13,
    "editor.stickyScroll.enabled": false,
  };
}

/** @param {string} images @param {readonly (readonly ["light" | "dark", string])[]} themes */
export async function takeZonePictures(images, themes) {
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-zone-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, NAME), ZONE);
  for (const [colorScheme, theme] of themes) await takePictures(images, folder, colorScheme, colorScheme, theme, "en");
  if (!hasChineseFont()) {
    console.log("No pictures in Chinese: no font has its characters (fonts-wqy-microhei has).");
    return;
  }
  const [[colorScheme, theme] = /** @type {const} */ (["light", ""])] = themes;
  await takePictures(images, folder, "zh-cn", colorScheme, theme, "zh-cn");
}

/**
 * @param {string} images @param {string} folder @param {string} suffix @param {"light" | "dark"} colorScheme
 * @param {string} theme @param {string} language
 */
async function takePictures(images, folder, suffix, colorScheme, theme, language) {
  const settings = quietSettings(theme);
  const viewport = { width: 980, height: 440 };
  const ui = await launchUi({
    ...{ folder, file: NAME, extensionDevelopmentPath: ROOT, viewport, colorScheme, settings },
    ...(language !== "en" && { language }),
  });
  const { page } = ui;
  const picture = async (/** @type {string} */ what) => {
    await page.screenshot({ path: join(images, `${what}-${suffix}.png`) });
    console.log(`docs/images/${what}-${suffix}.png`);
  };
  await page.keyboard.press("ControlOrMeta+B");
  await page.locator(".codelens-decoration").nth(2).waitFor();
  await page.getByText(".harbour.example.").first().waitFor();
  await page.mouse.move(0, 0);
  await picture("zone");
  await ui.putCursorOn("mailgun.org");
  await ui.runCommand(language === "en" ? "Mailconfig: Add SPF" : "Mailconfig: 为服务商添加 SPF");
  await page.locator(".quick-input-widget", { hasText: "Microsoft 365" }).waitFor();
  await picture("zone-add-spf");
  await ui.close();
}
