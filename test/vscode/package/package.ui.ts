import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { packageExtension } from "../../../scripts/package.mjs";
import { exitOnSignals, launchUi } from "../../../scripts/vscode/launch-ui.mjs";
import { installExtension } from "../../../scripts/vscode/lib/vscode.mjs";

exitOnSignals();

test("the VSIX works where the repository is not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-package-"));
  try {
    const vsix = await packageExtension(join(folder, "mailconfig.vsix"));
    assert.ok(statSync(vsix).size <= 1_000_000, `${statSync(vsix).size} bytes`);
    const extensionsDir = join(folder, "extensions");
    installExtension(vsix, extensionsDir);
    const [installed = ""] = readdirSync(extensionsDir).filter((it) => it.includes("mailconfig"));
    const dist = join(extensionsDir, installed, "dist");
    const bundles = readdirSync(dist).filter((it) => it.endsWith(".cjs"));
    assert.ok(bundles.length >= 6, bundles.join(" "));
    for (const it of bundles) assert.ok(!/[^\0-\x7F]/.test(readFileSync(join(dist, it), "utf8")), `${it}: only ASCII`);
    cpSync("examples/mistakes", join(folder, "mistakes"), { recursive: true });
    const ui = await launchUi({ folder: join(folder, "mistakes"), file: "example.com.zone", extensionsDir });
    try {
      await ui.squiggles("error").first().waitFor({ state: "attached" });
      const hover = await ui.hover("SOA");
      await hover.waitFor();
    } finally {
      await ui.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
