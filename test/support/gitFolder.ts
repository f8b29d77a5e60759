import { execFileSync } from "node:child_process";

const PERSON = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];

/** Makes a repository of a folder, where it is none, and commits all that is in it. */
export function commitAll(folder: string): void {
  const git = (...args: string[]) => execFileSync("git", [...PERSON, ...args], { cwd: folder, stdio: "ignore" });
  git("init", "-q");
  git("add", "-A");
  git("commit", "-q", "--no-verify", "-m", "t");
}
