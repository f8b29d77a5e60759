import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { exitOnSignals, launchUi } from "../../../scripts/vscode/launch-ui.mjs";

exitOnSignals();

test("a new account is asked for in steps that go back, and is written whole", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-account-"));
  const { build } = await import("../../../scripts/build.mjs");
  await build();
  try {
    const ui = await launchUi({ folder, extensionDevelopmentPath: process.cwd() });
    try {
      const { page } = ui;
      const widget = page.locator(".quick-input-widget");
      await ui.runCommand("Mailconfig: New Account");
      await widget.getByText("New mail account (1/6)").waitFor();
      await widget.locator("input.input").fill("qq.com");
      await ui.pick("QQ Mail");
      await widget.getByText("New mail account (2/6)").waitFor();
      await widget.locator(".codicon-quick-input-back").click();
      await widget.getByText("New mail account (1/6)").waitFor();
      await widget.locator("input.input").fill("fastmail.com");
      await ui.pick("Fastmail");
      await ui.answer("nobody");
      await widget.getByText("Write an address such as").waitFor();
      await ui.answer("Crew <crew@fastmail.com>");
      await widget.locator("input.input[placeholder*='app password']").waitFor();
      await ui.pick("Secret storage");
      await widget.getByText("Leave it empty to be asked").waitFor();
      await ui.answer("not-in-the-file");
      await page.locator('.tab.active[data-resource-name=".mailconfig.yaml"]').waitFor();
      assert.equal(
        readFileSync(join(folder, ".mailconfig.yaml"), "utf8"),
        `version: 1
domain: fastmail.com
accounts:
  crew:
    provider: fastmail
    from: "Crew <crew@fastmail.com>"
    smtp:
      host: smtp.fastmail.com
      port: 465
      security: tls
      auth: { method: plain, username: crew@fastmail.com, password: "\${secret:fastmail-app-password}" }
`,
      );
      await page.getByText("The password is in the secret storage.").first().waitFor();
      assert.equal(await ui.squiggles("error").count(), 0);
    } finally {
      await ui.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
