// Runs servers for a test: folders, ports, waiting, and an end that nothing can miss.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * A server in the foreground for as long as standard input stays open. That is a pipe from the tests: it closes when they
 * close it, and when they end in whatever way, kill -9 included.
 */
const GUARD = `
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
exec >/dev/null 2>&1
{ cat <&3; kill -TERM "$server"; sleep 0.5; kill -KILL "$server"; } &
exec 3<&-
wait "$server"
kill -KILL -- "-$server" # what the server left behind, if it led a group of its own (Postfix does)
kill -KILL 0 # and all of this group
`;

/** Who a file belongs to, and who may read it. */
interface Ownership {
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
}

/** A folder that is removed when this process ends, however it ends. Users such as postfix may pass through it. */
export function temporaryFolder(parent = os.tmpdir()) {
  const dir = fs.mkdtempSync(path.join(fs.realpathSync(parent), "mailconfig-"));
  fs.chmodSync(dir, 0o755);
  for (let folder = dir; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if ((fs.statSync(folder).mode & 0o001) === 0) {
      fs.rmdirSync(dir);
      throw new Error(
        `Mail servers drop their privileges and could not enter ${folder}: set TMPDIR to a folder that everybody may pass.`,
      );
    }
  }
  // The servers need a moment to leave, and may write until then.
  const script = 'cat; while [ -e "$1" ]; do rm -rf "$1"; sleep 0.6; done';
  const remover = spawn("/bin/sh", ["-c", script, "remover", dir], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    cwd: "/",
  });
  letGo(remover);
  return dir;
}

/** Ends this process on a signal, so that node:test reports it; the servers leave with the process in any case. */
export function exitOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => process.exit(128 + os.constants.signals[signal]));
  }
}

/** Free ports, below those which outgoing connections take, so that none is gone a moment later. */
export async function freePorts(count: number, host = "127.0.0.1") {
  const held = new Map<number, net.Server>();
  while (held.size < count) {
    const port = 10_000 + Math.floor(Math.random() * 22_000);
    const server = net.createServer().listen({ port, host, exclusive: true });
    const free = await Promise.race([
      once(server, "listening").then(() => true),
      once(server, "error").then(() => false),
    ]);
    if (free) held.set(port, server);
  }
  await Promise.all([...held.values()].map((server) => new Promise((resolve) => server.close(resolve))));
  return [...held.keys()];
}

interface ServerOptions {
  readonly name: string;
  readonly command: readonly string[];
  readonly ports: readonly number[];
  readonly host?: string;
  readonly logFile?: string;
}

export interface RunningServer {
  readonly pid: number;
  /** What it has printed and logged. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts a server that stays in the foreground, and waits until its ports answer. */
export async function runServer({
  name,
  command,
  ports,
  host = "127.0.0.1",
  logFile,
}: ServerOptions): Promise<RunningServer> {
  const child = spawn("/bin/sh", ["-c", GUARD, "guard", ...command], {
    detached: true, // out of reach of the terminal's Ctrl+C, which would end it before the tests have closed their connections
    cwd: "/",
    env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LANG: "C.UTF-8" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  letGo(child);
  const log = () => output + (logFile && fs.existsSync(logFile) ? fs.readFileSync(logFile, "utf8") : "");
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (hasEnded()) return;
    child.ref();
    const exited = once(child, "exit");
    child.stdin.destroy();
    await exited;
  };
  const deadline = Date.now() + 20_000;
  for (const port of ports) {
    while (!(await answers(port, host))) {
      if (hasEnded() || Date.now() > deadline) {
        await stop();
        throw new Error(`${name} did not start on port ${port}.\n${log()}`);
      }
      await sleep(20);
    }
  }
  return { pid: child.pid ?? 0, log, stop };
}

async function answers(port: number, host: string) {
  const socket = net.connect(port, host);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** This process need not stay alive for the child's sake. */
function letGo(child: ChildProcess) {
  child.unref();
  // The pipes of a child are sockets, which their types do not say.
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as net.Socket | null)?.unref();
  child.stdin?.on("error", () => {}); // the pipe of a child that has ended
}

/** Writes a file, and makes its folder. */
export function writeFile(file: string, text: string, { mode = 0o644, uid = 0, gid = 0 }: Ownership = {}): string {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text, { mode });
  fs.chownSync(file, uid, gid);
  return file;
}

/** A folder of its own for a server, owned by the user it runs as. */
export function makeFolder(folder: string, { mode = 0o755, uid = 0, gid = 0 }: Ownership = {}): string {
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, mode);
  fs.chownSync(folder, uid, gid);
  return folder;
}

/** The numbers of a user, from the system's table. */
export function account(name: string) {
  const line = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) throw new Error(`There is no user ${name}: run scripts/lib/mailServers.mjs as root.`);
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

/** Names and passwords go into configuration files: nothing may break out of a line or a quote. */
export function plain(value: string) {
  if (!/^[\w.@+=/~ -]+$/.test(value)) throw new Error(`Not safe in a server's configuration: ${JSON.stringify(value)}`);
  return value;
}
