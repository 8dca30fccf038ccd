import { execFile } from "node:child_process";

/** What a child may use. Memory is resident memory; the address space is allowed more, because much of it is only reserved. */
export type ChildLimits = {
  wallClockMs: number;
  cpuSeconds: number;
  memoryBytes: number;
  /** The largest single file it may write. */
  fileBytes: number;
};

export type Confinement = {
  prlimit: boolean;
  noNewPrivileges: boolean;
  unshareNetwork: readonly string[] | null;
};

export type ChildCommand = { command: string; args: string[] };

/**
 * V8, the thread stacks and the allocators' arenas reserve address space that they never touch: a renderer that is 0.25 GiB
 * resident died at 5 GiB and lived at 8 (measured, x64). What is really used is watched separately.
 */
const RESERVED_ADDRESS_SPACE_BYTES = 8 * 1024 ** 3;
const MAX_OPEN_FILES = 128;

/**
 * The command line that runs a script under its limits. Every tool in front replaces itself by the next (exec), so the
 * pid we spawned is the pid of Node.
 */
export function limitedCommand(
  script: readonly string[],
  { limits, confinement, nodePath }: { limits: ChildLimits; confinement: Confinement; nodePath: string },
): ChildCommand {
  const heapMegabytes = Math.max(64, Math.floor(limits.memoryBytes / 2 / 1024 ** 2));
  const node = [
    nodePath,
    `--max-old-space-size=${heapMegabytes}`,
    "--expose-gc",
    "--disable-warning=ExperimentalWarning",
    ...script,
  ];
  const words = [
    ...(confinement.unshareNetwork ?? []),
    ...(confinement.prlimit ? prlimitWords(limits) : []),
    ...(confinement.noNewPrivileges ? ["setpriv", "--no-new-privs"] : []),
    ...node,
  ];
  const [command = nodePath, ...args] = words;
  return { command, args };
}

function prlimitWords(limits: ChildLimits): string[] {
  return [
    "prlimit",
    `--as=${limits.memoryBytes + RESERVED_ADDRESS_SPACE_BYTES}`,
    `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 5}`, // SIGXCPU first, which tells us why; SIGKILL for the deaf,
    `--fsize=${limits.fileBytes}`,
    `--nofile=${MAX_OPEN_FILES}`,
    "--core=0",
  ];
}

let probed: Promise<Confinement> | undefined;

/** Which confinement tools work here, asked once per process. Containers and ordinary users may lack each of them. */
export function availableConfinement(): Promise<Confinement> {
  probed ??= probeConfinement();
  return probed;
}

async function probeConfinement(): Promise<Confinement> {
  if (process.platform !== "linux") return { prlimit: false, noNewPrivileges: false, unshareNetwork: null };
  const [prlimit, noNewPrivileges, asRoot, asUser] = await Promise.all([
    succeeds(["prlimit", "--core=0", "true"]),
    succeeds(["setpriv", "--no-new-privs", "true"]),
    succeeds(["unshare", "--net", "true"]),
    succeeds(["unshare", "--map-current-user", "--net", "true"]),
  ]);
  const unshareNetwork = asRoot
    ? ["unshare", "--net"]
    : asUser
      ? ["unshare", "--map-current-user", "--net"]
      : null;
  return { prlimit, noNewPrivileges, unshareNetwork };
}

function succeeds([command = "true", ...args]: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: 2_000 }, (error) => resolve(error === null));
  });
}
