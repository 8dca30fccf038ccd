import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { expect } from "vitest";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { readImageHeader } from "#lib/media/image-header.ts";
import type { ProviderTask } from "#lib/providers/provider.ts";

let directory = "";
let inputs: Readonly<Record<"red" | "blue" | "film" | "tone", Buffer>>;
const stopping = new AbortController();
let service: Promise<void>;

/** Starts what makes the sandbox's clips, and makes the files that orders name. */
export async function startBench(): Promise<void> {
  process.env.SANDBOX_QUEUE_SECONDS = "0"; // read when the provider is first imported
  directory = await mkdtemp(join(tmpdir(), "sandbox-kinds-"));
  const { runRenderService } = await import("#lib/providers/sandbox/render-service.ts");
  service = runRenderService(stopping.signal);
  inputs = {
    red: await plainPicture("#c83232"),
    blue: await plainPicture("#3232c8"),
    film: await shortFilm(),
    tone: toneOf(440, 3),
  };
}

/** Where the bench keeps a file. */
export function placeOf(name: string): string {
  return join(directory, name);
}

export async function stopBench(): Promise<void> {
  stopping.abort();
  await service;
  await rm(directory, { recursive: true });
}

function plainPicture(background: string): Promise<Buffer> {
  return sharp({ create: { width: 400, height: 600, channels: 3, background } })
    .png()
    .toBuffer();
}

async function shortFilm(): Promise<Buffer> {
  const { renderPieces } = await import("#lib/engine/render-pieces.ts");
  const size = { widthPx: 720, heightPx: 720, fps: 24, durationSeconds: 2 };
  const part = { draw: "scene", prompt: "a boat on a lake", seed: "" } as const;
  const piece = { make: "clip", file: "film.mp4", parts: [part], ...size, sounds: [] } as const;
  await renderPieces({ outDir: directory, pieces: [piece] });
  return readFile(placeOf("film.mp4"));
}

/** A WAV, mono, 16 bits, 8 kHz. */
function toneOf(hertz: number, seconds: number): Buffer {
  const rate = 8000;
  const file = Buffer.alloc(44 + seconds * rate * 2);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(file.length - 8, 4);
  file.write("WAVEfmt ", 8, "latin1");
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate * 2],
    [40, file.length - 44],
  ] as const) {
    file.writeUInt32LE(value, at);
  }
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    file.writeUInt16LE(value, at);
  file.write("data", 36, "latin1");
  for (let index = 0; index < seconds * rate; index += 1) {
    file.writeInt16LE(Math.round(12_000 * Math.sin((2 * Math.PI * hertz * index) / rate)), 44 + index * 2);
  }
  return file;
}

export type Files = Readonly<Record<string, keyof typeof inputs | Buffer>>;

let orders = 0;

export async function make(request: TaskRequest, files: Files = {}): Promise<ProviderTask> {
  const { sandboxProvider } = await import("#lib/providers/sandbox/provider.ts");
  const { signal } = new AbortController();
  orders += 1;
  const readInput = async (role: string) => {
    const file = files[role];
    if (file === undefined) throw new Error(`nothing was given for ${role}`);
    return typeof file === "string" ? inputs[file] : file;
  };
  const externalId = `kinds-${orders}`;
  const door = { readInput, inputUrl: () => null, upstreamIdOf: () => null, callbackUrl: null };
  const outcome = await sandboxProvider.submit({ request, externalId, extraFields: {}, ...door, signal });
  if (outcome.kind !== "accepted") throw new Error(`${request.kind}: ${outcome.message}`);
  for (;;) {
    const task = await sandboxProvider.query(outcome.task.upstreamTaskId, request, signal);
    if (task?.state === "failed") throw new Error(`${request.kind}: ${task.failure?.message}`);
    if (task?.state === "succeeded") return task;
    await sleep(100);
  }
}

/** The task's files on disk, with their labels. */
export async function filesOf(task: ProviderTask): Promise<readonly { label: OutputLabel; path: string }[]> {
  const { sandboxProvider } = await import("#lib/providers/sandbox/provider.ts");
  const files = [];
  for (const output of task.outputs) {
    const { body, bytes } = await sandboxProvider.openOutput(output, {
      fromByte: 0,
      signal: new AbortController().signal,
    });
    const content = Buffer.from(await new Response(body).arrayBuffer());
    expect(content.byteLength).toBe(bytes);
    const path = placeOf(output.id);
    await writeFile(path, content);
    files.push({ label: output.label, path });
  }
  return files;
}

export async function theVideo(task: ProviderTask): Promise<string> {
  const video = (await filesOf(task)).find(({ label }) => label === "video");
  if (video === undefined) throw new Error("the task has no video");
  return video.path;
}

export async function sizeOf(path: string) {
  const header = readImageHeader(await readFile(path));
  if (!header.ok) throw new Error(header.message);
  return [header.mime, header.widthPx, header.heightPx];
}

/** The mean colour of a piece of a picture, in shares of its sides. */
export async function colorAt(path: string, [x, y]: readonly [number, number]): Promise<readonly number[]> {
  const { width = 0, height = 0 } = await sharp(path).metadata();
  const piece = sharp(path).extract({
    left: Math.round(x * width) - 4,
    top: Math.round(y * height) - 4,
    width: 8,
    height: 8,
  });
  const { channels } = await sharp(await piece.png().toBuffer()).stats();
  return channels.slice(0, 3).map(({ mean }) => mean);
}

export const RED = [200, 50, 50];
export const BLUE = [50, 50, 200];

export function expectColor(color: readonly number[], expected: readonly number[]): void {
  const distance = Math.max(...color.map((value, index) => Math.abs(value - (expected[index] ?? 0))));
  expect(distance, `${color} is like ${expected}`).toBeLessThan(25);
}

/** One picture of a video, drawn small by the engine itself. */
export async function stillOf(video: string, at: number | "last", name: string): Promise<Buffer> {
  const { renderPieces } = await import("#lib/engine/render-pieces.ts");
  const part = { draw: "video still", video, at } as const;
  const size = { widthPx: 96, heightPx: 96, moment: 0, isMarked: false };
  await renderPieces({ outDir: directory, pieces: [{ make: "still", file: name, parts: [part], ...size }] });
  return sharp(placeOf(name)).removeAlpha().raw().toBuffer();
}
