import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { say } from "./say.mjs";

const PROGRESS_EVERY_MS = 5_000;

/**
 * Installs exactly what the lock file says when `node_modules` is missing or belongs to another lock file.
 * `--ignore-scripts`: no package may run code of its own; what really needs preparing (the links inside the embedded
 * PostgreSQL) is done by scripts/postgres/binaries.ts.
 */
export async function ensureInstalled(projectDir) {
  const lockText = readFileSync(path.join(projectDir, "package-lock.json"), "utf8");
  const stampFile = path.join(projectDir, "node_modules", ".framewright-lock");
  const fingerprint = createHash("sha256").update(lockText).digest("hex");
  if (readText(stampFile) === fingerprint) return;
  const lock = JSON.parse(lockText);
  if (!isInstalled(lock, readInstalled(projectDir))) await install(projectDir, lock);
  writeFileSync(stampFile, fingerprint);
}

/** Whether an earlier `npm ci` by hand has already put the right versions there. */
export function isInstalled(lock, installed) {
  if (installed === null) return false;
  return Object.entries(wantedPackages(lock)).every(([name, { version, optional }]) =>
    name in installed.packages ? installed.packages[name].version === version : optional === true,
  );
}

/** The list that npm leaves behind of what it has installed, or null. */
function readInstalled(projectDir) {
  const text = readText(path.join(projectDir, "node_modules", ".package-lock.json"));
  return text === null ? null : JSON.parse(text);
}

async function install(projectDir, lock) {
  const folders = Object.keys(wantedPackages(lock));
  const startedAt = Date.now();
  say(`installing ${folders.length} packages from the lock file …`);
  const ticker = setInterval(() => {
    const done = folders.filter((folder) => existsSync(path.join(projectDir, folder, "package.json"))).length;
    say(`installing … ${done} of ${folders.length} unpacked after ${seconds(startedAt)}`);
  }, PROGRESS_EVERY_MS);
  try {
    await runNpm(projectDir, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  } finally {
    clearInterval(ticker);
  }
  say(`installed in ${seconds(startedAt)}`);
}

/** Without the packages for other systems, which npm leaves out. */
function wantedPackages(lock) {
  const entries = Object.entries(lock.packages).filter(
    ([name, { os, cpu, libc, link }]) =>
      name !== "" &&
      !link &&
      (!os || os.includes(process.platform)) &&
      (!cpu || cpu.includes(process.arch)) &&
      (!libc || libc.includes(usesGlibc() ? "glibc" : "musl")),
  );
  return Object.fromEntries(entries);
}

function usesGlibc() {
  return "glibcVersionRuntime" in process.report.getReport().header;
}

/** The npm that runs us, or the one on the path. */
function runNpm(projectDir, npmArguments) {
  const npm = process.env.npm_execpath;
  const isScript = npm !== undefined && /\.c?js$/.test(npm);
  const [file, ...leading] = isScript
    ? [process.execPath, npm]
    : [process.platform === "win32" ? "npm.cmd" : "npm"];
  // Without NODE_ENV=production, which would leave the compiler and the tests out.
  const environment = { ...process.env, NODE_ENV: "development" };
  const child = spawn(file, [...leading, ...npmArguments], {
    cwd: projectDir,
    env: environment,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("error", () => reject(new Error("npm cannot be started; is it installed beside Node.js?")));
    child.once("close", (code) => {
      if (code === 0) resolve(undefined);
      else reject(new Error("The packages could not be installed; npm's own message stands above."));
    });
  });
}

function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function seconds(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}
