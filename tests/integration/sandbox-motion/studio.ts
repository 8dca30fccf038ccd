import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { FactsByPath, FileFacts } from "#lib/kling/kinds/kind.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { framesOf, type Pixels } from "./measure.ts";

export const SIZE = { widthPx: 480, heightPx: 270 } as const;
export const FPS = 12;

/** Draws a picture onto the disk, in the coordinates of `SIZE`. @returns its pixels */
export async function picture(
  path: string,
  paint: (context: SKRSContext2D) => void,
  { widthPx, heightPx }: { widthPx: number; heightPx: number } = SIZE,
): Promise<Pixels> {
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext("2d");
  context.scale(widthPx / SIZE.widthPx, heightPx / SIZE.heightPx);
  paint(context);
  await writeFile(path, canvas.toBuffer("image/png"));
  return { widthPx, heightPx, data: context.getImageData(0, 0, widthPx, heightPx).data };
}

export type Film = {
  readonly request: TaskRequest;
  /** By their places in the request. */
  readonly files?: Readonly<Record<string, string>>;
  readonly durationSeconds: number;
};

/** Films what the sandbox makes of requests, all in one process. @returns the frames of each, by its name */
export async function film(
  folder: string,
  films: ReadonlyMap<string, Film>,
): Promise<ReadonlyMap<string, readonly Pixels[]>> {
  const { recipeFor } = await import("#lib/providers/sandbox/recipes/find-recipe.ts");
  const { renderPieces } = await import("#lib/engine/render-pieces.ts");
  const pieces = [...films].flatMap(([name, one]) =>
    recipeFor(orderOf(one)).pieces.map((piece) =>
      piece.make === "sound" ? piece : { ...piece, file: `${name}.mp4` },
    ),
  );
  await renderPieces({ outDir: folder, pieces });
  const clips = new Map<string, readonly Pixels[]>();
  for (const name of films.keys()) clips.set(name, await framesOf(join(folder, `${name}.mp4`), FPS));
  return clips;
}

/** An order as the sandbox reads it from its books, only smaller than any model would film it. */
function orderOf({ request, files = {}, durationSeconds }: Film) {
  const facts: FactsByPath = new Map(Object.keys(files).map((path) => [path, FACTS]));
  return {
    request,
    prompt: "prompt" in request ? (request.prompt ?? "") : "",
    seed: "",
    file: (path: string) => {
      const found = files[path];
      if (found === undefined) throw new Error(`no file at ${path}`);
      return found;
    },
    hasFile: (path: string) => path in files,
    facts,
    plan: { videos: [{ ...SIZE, fps: FPS, durationSeconds, hasSound: false }], images: [], audios: [] },
    number: "100000000000000000",
    session: null,
  };
}

const FACTS: FileFacts = {
  mime: "image/png",
  bytes: 1,
  ...SIZE,
  durationSeconds: null,
  fps: null,
  hasSound: null,
};
