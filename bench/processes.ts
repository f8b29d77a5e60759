import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export interface Run {
  readonly wallMs: number;
  /** The most memory it had, MB; `undefined` where the system does not say. */
  readonly peakMb: number | undefined;
  readonly exitCode: number;
  readonly output: string;
}

/** Runs a program to its end. Memory is polled, so a peak in its last milliseconds may be missed. */
export function run(command: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let peak: number | undefined;
    const take = (chunk: Buffer) => {
      if (output.length < 4_000) output += chunk.toString();
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const timer = setInterval(() => {
      peak = peakOf(child.pid) ?? peak;
    }, 15);
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(timer);
      resolve({ wallMs: performance.now() - begin, peakMb: peak, exitCode: code ?? -1, output });
    });
  });
}

/** The median by wall time of several runs, of several programs in turns, so that the machine's moods meet all of them. */
export async function runInTurns(
  programs: ReadonlyMap<string, readonly [command: string, ...args: string[]]>,
  rounds: number,
): Promise<Map<string, Run>> {
  const runs = new Map([...programs.keys()].map((name) => [name, [] as Run[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, [command, ...args]] of programs) runs.get(name)?.push(await run(command, args));
  }
  return new Map(
    [...runs].map(([name, all]) => {
      const sorted = all.toSorted((a, b) => a.wallMs - b.wallMs);
      const middle = sorted[Math.floor(sorted.length / 2)];
      if (middle === undefined) throw new Error(`${name} did not run`);
      return [name, middle];
    }),
  );
}

export function peakOf(pid: number | undefined): number | undefined {
  try {
    const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kb === undefined ? undefined : Number(kb) / 1024;
  } catch {
    return undefined;
  }
}

export function hasProgram(name: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${name}`], { stdio: "ignore" }).status === 0;
}
