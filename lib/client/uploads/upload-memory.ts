import { isRecord } from "../api-problem.ts";
import type { TextStorage } from "../draft-store.ts";
import type { UploadMemory } from "./send-file.ts";
import type { UploadFile } from "./upload-door.ts";

const KEY = "framewright.uploads";

/** The server keeps unfinished uploads no longer than this, and a list that only grows helps nobody. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

type Remembered = { readonly path: string; readonly atMs: number };

type MemorySetup = { readonly storage: TextStorage; readonly nowMs: () => number };

/** Keeps in the browser's storage where each file was being sent to; a browser that refuses only loses the resuming. */
export function uploadMemory({ storage, nowMs }: MemorySetup): UploadMemory {
  const change = async (file: UploadFile, path: string | null) => {
    const print = await fingerprintOf(file);
    const all = { ...read(storage, nowMs()) };
    if (path === null) delete all[print];
    else all[print] = { path, atMs: nowMs() };
    write(storage, all);
  };
  return {
    recall: async (file) => read(storage, nowMs())[await fingerprintOf(file)]?.path ?? null,
    keep: change,
    forget: (file) => change(file, null),
  };
}

function read(storage: TextStorage, nowMs: number): Readonly<Record<string, Remembered>> {
  try {
    const all: unknown = JSON.parse(storage.getItem(KEY) ?? "{}");
    if (!isRecord(all)) return {};
    const fresh = Object.entries(all).filter(
      (entry): entry is [string, Remembered] =>
        isRemembered(entry[1]) && nowMs - entry[1].atMs < FORGOTTEN_AFTER_MS,
    );
    return Object.fromEntries(fresh);
  } catch {
    return {}; // refused, or written by something else
  }
}

function write(storage: TextStorage, all: Readonly<Record<string, Remembered>>): void {
  try {
    storage.setItem(KEY, JSON.stringify(all));
  } catch {
    // private mode or a full disk: the upload itself goes on
  }
}

function isRemembered(value: unknown): value is Remembered {
  return (
    isRecord(value) &&
    typeof value.path === "string" &&
    value.path.startsWith("/api/uploads/") &&
    typeof value.atMs === "number"
  );
}

/** Bytes of each end that are looked at. Two files of one name and length that differ only in between are very unlikely. */
const SAMPLE_BYTES = 64 * 1024;

/** What tells one file from another without reading all of it; the same file chosen again has the same. */
export async function fingerprintOf({ file, name }: UploadFile): Promise<string> {
  const head = await hashOf(file.slice(0, SAMPLE_BYTES));
  const tail = await hashOf(file.slice(Math.max(0, file.size - SAMPLE_BYTES)));
  return `${name}|${file.size}|${file.type}|${head}${tail}`;
}

/** FNV-1a, 32 bits. `crypto.subtle` is missing when the studio is opened by plain HTTP over a local network. */
async function hashOf(part: Blob): Promise<string> {
  let hash = 0x81_1c_9d_c5;
  for (const byte of new Uint8Array(await part.arrayBuffer())) hash = Math.imul(hash ^ byte, 0x01_00_01_93);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
