// The mail and DNS servers that tests run against, from the distribution, where this is root on Debian or Ubuntu. None is
// started, and a mail server that is already here is left alone. Without them those tests are skipped.
//
//   node scripts/lib/mailServers.mjs           installs what is missing
//   node scripts/lib/mailServers.mjs --check   only says what is missing: exit status 1
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const PACKAGES = [
  "postfix",
  "dovecot-imapd",
  "dovecot-pop3d",
  "knot",
  "opendkim-tools",
  "openssl",
  "msmtp",
  "swaks",
  "libnet-ssleay-perl", // TLS for swaks
];
/** Debian installs either this or Postfix, so it is only unpacked. */
const EXIM = "exim4-daemon-light";
/** Compiled in: without this user Exim does not even print its version. */
const EXIM_USER = "Debian-exim";
const SERVICES = ["postfix", "dovecot", "knot"];
const POLICY = "/usr/sbin/policy-rc.d";

/** Exim's own user must be able to come here: no home folder will do. */
const { MAILCONFIG_SERVERS_CACHE: cacheFolder = "/var/cache/mailconfig-servers" } = process.env;
const eximFolder = join(cacheFolder, "exim");
export const eximBinary = join(eximFolder, "usr/sbin/exim4");

const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C.UTF-8" };

/** Installs the servers where that is possible; elsewhere it does nothing, and says what failed. */
export function ensureMailServers(log = console.log) {
  if (missingServers().length === 0 || process.getuid?.() !== 0 || !isThere("apt-get")) return;
  try {
    installServers(log);
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
  }
}

/** What is not there yet, in words for a person. */
export function missingServers() {
  const packages = PACKAGES.filter((name) => !isInstalled(name)).map((name) => `package ${name}`);
  return [...packages, ...(eximRuns() ? [] : [`${EXIM}, unpacked`])];
}

/** Why tests against real servers cannot run here, for the `skip` of node:test; `false` where they can. */
export function whyNoServers() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "needs root on Debian or Ubuntu";
  const missing = missingServers();
  return missing.length > 0 && `missing: ${missing.join(", ")} (node scripts/lib/mailServers.mjs)`;
}

function installServers(/** @type {(line: string) => void} */ log) {
  log(`Installing for the tests against mail servers: ${missingServers().join(", ")} …`);
  const packages = PACKAGES.filter((name) => !isInstalled(name));
  if (packages.length > 0) {
    run("apt-get", ["update", "-qq"]);
    // Postfix's installer asks how the machine sends mail. This answer makes it write no main.cf.
    const answer = "postfix postfix/main_mailer_type select No configuration\n";
    if (packages.includes("postfix")) run("debconf-set-selections", [], { input: answer });
    withoutServices(() => aptInstall(packages));
    keepOffAtBoot(packages);
  }
  if (!eximRuns()) unpackExim();
  const rest = missingServers();
  if (rest.length > 0) throw new Error(`Still missing: ${rest.join(", ")}.`);
}

/** Made aside and moved, so that a broken run leaves nothing half done. */
function unpackExim() {
  const work = `${eximFolder}.${process.pid}`;
  mkdirSync(work, { recursive: true, mode: 0o755 });
  try {
    run("apt-get", ["-o", "APT::Sandbox::User=root", "download", "-qq", EXIM], { cwd: work });
    const file = readdirSync(work).find((name) => name.endsWith(".deb"));
    if (file === undefined) throw new Error(`apt-get downloaded no ${EXIM}.`);
    run("dpkg", ["-x", file, work], { cwd: work });
    rmSync(join(work, file));
    chmodSync(join(work, "usr/sbin/exim4"), 0o755); // it comes set-user-id root
    installLibraries();
    if (!readFileSync("/etc/passwd", "utf8").includes(`\n${EXIM_USER}:`)) {
      const noHome = ["--no-create-home", "--home", "/nonexistent"];
      run("adduser", ["--system", "--group", "--quiet", ...noHome, "--force-badname", EXIM_USER]);
    }
    rmSync(eximFolder, { recursive: true, force: true });
    renameSync(work, eximFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What the unpacked Exim is linked with. */
function installLibraries() {
  const needs = /^Depends: (.*)$/m.exec(run("apt-cache", ["show", "--no-all-versions", EXIM]))?.[1] ?? "";
  const names = needs.split(",").map((need) => need.trim().split(" ")[0] ?? "");
  const absent = names.filter((name) => name.startsWith("lib") && !isInstalled(name));
  if (absent.length > 0) aptInstall(absent);
}

function aptInstall(/** @type {string[]} */ packages) {
  try {
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "--no-remove", ...packages]);
  } catch (error) {
    const hint = "If another mail server is installed here, Postfix would replace it: use a container.";
    throw new Error(`${error instanceof Error ? error.message : error}\n${hint}`);
  }
}

/** Package scripts ask policy-rc.d whether they may start their service; it says no for as long as the action runs. */
function withoutServices(/** @type {() => void} */ action) {
  const kept = `${POLICY}.before-mailconfig`;
  if (existsSync(POLICY)) renameSync(POLICY, kept);
  try {
    writeFileSync(POLICY, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
    action();
  } finally {
    rmSync(POLICY, { force: true });
    if (existsSync(kept)) renameSync(kept, POLICY);
  }
}

/** They are enabled for the next boot all the same. */
function keepOffAtBoot(/** @type {string[]} */ packages) {
  if (!isThere("systemctl")) return;
  const services = SERVICES.filter((name) => packages.some((entry) => entry.startsWith(name)));
  spawnSync("systemctl", ["disable", "--quiet", ...services], { env });
}

function isInstalled(/** @type {string} */ name) {
  return spawnSync("dpkg-query", ["-W", "-f=${db:Status-Status}", name], { encoding: "utf8" }).stdout === "installed";
}

function eximRuns() {
  return spawnSync(eximBinary, ["-C", "/dev/null", "-bV"], { env: {} }).status === 0;
}

function isThere(/** @type {string} */ program) {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;
}

/** @param {string} command @param {string[]} args @param {{ input?: string, cwd?: string }} [options] */
function run(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: "utf8", ...options });
  if (status !== 0) throw new Error(`${command} failed:\n${stdout}${stderr}`);
  return stdout;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const missing = missingServers();
    if (process.argv.includes("--check") && missing.length > 0) throw new Error(`Missing: ${missing.join(", ")}.`);
    if (missing.length > 0) installServers(console.log);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
