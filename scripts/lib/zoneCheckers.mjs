// @ts-check
// The C checkers that test/property/checkers.test.ts compares with, from the distribution, where this is root on Debian or
// Ubuntu. Without them that test is skipped.
import { spawnSync } from "node:child_process";

const PROGRAMS = ["named-checkconf", "kzonecheck"];
const PACKAGES = ["bind9-utils", "knot-dnssecutils"];
const TIMEOUT_MS = 120_000;

export function ensureZoneCheckers() {
  if (PROGRAMS.every(isThere) || process.getuid?.() !== 0 || !isThere("apt-get")) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", ["-qq", ...args], { env, stdio: "ignore", timeout: TIMEOUT_MS });
  const install = () => apt("install", "-y", "--no-install-recommends", ...PACKAGES);
  if (install().status !== 0) {
    apt("update");
    install();
  }
}

function isThere(/** @type {string} */ program) {
  return spawnSync(program, ["-h"], { stdio: "ignore" }).error === undefined;
}
