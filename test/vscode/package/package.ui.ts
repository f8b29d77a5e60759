import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, statSync } from "node:fs";
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
