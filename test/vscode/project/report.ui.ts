import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { exitOnSignals, launchUi } from "../../../scripts/vscode/launch-ui.mjs";
import { testKey } from "./keys.ts";

exitOnSignals();

test("the report shows what stands there, works by keyboard, and follows its own fix", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-report-"));
  const { build } = await import("../../../scripts/build.mjs");
  await build();
  try {
    cpSync("test/vscode/project/workspace", folder, { recursive: true });
    const key = testKey();
    mkdirSync(join(folder, "keys"));
    writeFileSync(join(folder, "keys/s1.pem"), key.pem, { mode: 0o600 });
    const zone = join(folder, "dns/shop.example.zone");
    const text = readFileSync(zone, "utf8");
    writeFileSync(zone, `${text.replace("-all", "+all")}s1._domainkey IN TXT ${key.record}\n`);
    const ui = await launchUi({ folder, file: ".mailconfig.yaml", extensionDevelopmentPath: process.cwd() });
    try {
      const { page } = ui;
      await ui.runCommand("Mailconfig: Check Domain");
      await ui.pick("shop.example");
      const frame = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
      await frame.getByRole("heading", { level: 1, name: "shop.example" }).waitFor();
      const row = (title: string) =>
        frame.getByRole("listitem").filter({ has: frame.getByRole("heading", { level: 3, name: title }) });
      await row("s1._domainkey.shop.example").getByText("RSA 2048").waitFor();
      await frame.getByText("Passed", { exact: false }).first().waitFor();
      const fault = row("Failed shop.example").first();
      await fault.getByText("spf/pass-all").waitFor();
      await row("Missing _smtp._tls.shop.example").waitFor();
      await frame.getByRole("navigation", { name: "Parts of the report" }).waitFor();

      const fix = fault.getByRole("button", { name: "-all" });
      await fix.focus();
      await page.keyboard.press("Enter");
      await frame.getByText("spf/pass-all").waitFor({ state: "detached" });
      assert.match(await frame.getByRole("status").innerText(), /^Passed: \d+\. Failed: 0\./);

      await frame.getByRole("link", { name: "s1._domainkey.shop.example" }).click();
      await page.locator('.tab.active[data-resource-name="shop.example.zone"]').waitFor();
      assert.match(await ui.editorText(), /include:spf\.messagingengine\.com -all/);
    } finally {
      await ui.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
