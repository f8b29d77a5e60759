import { execFileSync } from "node:child_process";
import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { FileSafety, PublicKey } from "../core/host.ts";

/** The public half of a private key in PEM form (PKCS#8, PKCS#1 or SEC 1); `undefined` for anything else, an encrypted key too. */
export function publicKeyOf(privateKeyPem: Uint8Array): PublicKey | undefined {
  try {
    const key = createPublicKey(createPrivateKey(Buffer.from(privateKeyPem)));
    const spkiDer = new Uint8Array(key.export({ type: "spki", format: "der" }));
    return { spkiDer, type: key.asymmetricKeyType ?? "unknown", bits: bitsOf(key) };
  } catch {
    // node:crypto throws for everything that is no key; the rule says so at its place
    return undefined;
  }
}

function bitsOf(key: KeyObject): number {
  if (key.asymmetricKeyType === "ed25519") return 256;
  return key.asymmetricKeyDetails?.modulusLength ?? 0;
}

/**
 * Whether others may read a file on this machine, and whether git would commit it. Only for a trusted workspace: it runs
 * git, though without hooks, index or file monitor.
 */
export function fileSafety(path: string, askGit = isSeenByGit): FileSafety | undefined {
  try {
    const { mode } = statSync(path);
    const isReadableByOthers = process.platform === "win32" ? undefined : (mode & 0o077) !== 0;
    return { isReadableByOthers, isSeenByGit: askGit(path) };
  } catch {
    return undefined;
  }
}

const GIT_ANSWER_MS = 10_000;

/**
 * Asks git about a path at most every ten seconds: a config is checked at each keystroke, and to start a program takes
 * longer than all of its rules.
 *
 * @param now milliseconds
 */
export function rememberGit(now: () => number, askGit = isSeenByGit): (path: string) => boolean | undefined {
  const answers = new Map<string, { readonly at: number; readonly isSeen: boolean | undefined }>();
  return (path) => {
    const known = answers.get(path);
    if (known !== undefined && now() - known.at < GIT_ANSWER_MS) return known.isSeen;
    const isSeen = askGit(path);
    answers.set(path, { at: now(), isSeen });
    return isSeen;
  };
}

function isSeenByGit(path: string): boolean | undefined {
  const options = { cwd: dirname(path), stdio: "ignore", timeout: 2_000, windowsHide: true } as const;
  try {
    execFileSync("git", ["-c", "core.fsmonitor=false", "check-ignore", "--quiet", "--no-index", "--", path], options);
    return false;
  } catch (error) {
    // git answers 1 for a path that no pattern ignores, 128 outside a repository
    return error instanceof Error && "status" in error && error.status === 1 ? true : undefined;
  }
}
