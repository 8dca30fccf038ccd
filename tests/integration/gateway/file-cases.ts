import { systemDb } from "#lib/db/client.ts";
import { MEDIA_LIMITS, type MediaLimits } from "#lib/kling/media-limits.ts";
import { newId } from "#lib/shared/ids.ts";
import { testFilm, testSound } from "#tests/support/test-media.ts";
import { makePicture } from "#tests/support/test-picture.ts";
import type { Place } from "./places.ts";
import type { GatewayTeam } from "./world.ts";

type Facts = {
  readonly mime: string;
  readonly bytes: number;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly durationSeconds: number | null;
  readonly fps: number | null;
};

type Value = readonly [what: string, value: string];

/** Longer than what the rules forgive as rounding. */
const A_BIT_SECONDS = 0.2;

/** Files of the team that break one limit of the field each, by their ids: rows alone, nobody opens the files. */
export async function unfitFiles(team: GatewayTeam, { file }: Place): Promise<readonly Value[]> {
  if (file === undefined || file.type === "output") return [];
  const limits: MediaLimits = MEDIA_LIMITS[file.limit];
  const fit = fitFacts(limits);
  const { minSidePx, maxSidePx, maxRatio, maxBytes, minSeconds, maxSeconds, minFps, maxFps } = limits;
  const unfit: readonly (readonly [string, Partial<Facts> | undefined])[] = [
    ["of a type that is not taken", { mime: "application/pdf" }],
    ["one byte too large", maxBytes === undefined ? undefined : { bytes: maxBytes + 1 }],
    ["one pixel too narrow", minSidePx === undefined ? undefined : square(minSidePx - 1)],
    ["one pixel too wide", maxSidePx === undefined ? undefined : square(maxSidePx + 1)],
    [
      "too long a side",
      maxRatio === undefined ? undefined : { widthPx: 1000 * maxRatio + 1, heightPx: 1000 },
    ],
    ["too short", minSeconds === undefined ? undefined : { durationSeconds: minSeconds - A_BIT_SECONDS }],
    ["too long", maxSeconds === undefined ? undefined : { durationSeconds: maxSeconds + A_BIT_SECONDS }],
    ["too slow", minFps === undefined ? undefined : { fps: minFps - 1 }],
    ["too fast", maxFps === undefined ? undefined : { fps: maxFps + 1 }],
  ];
  const found: Value[] = [];
  for (const [what, facts] of unfit)
    if (facts !== undefined) found.push([what, await makeAsset(team, { ...fit, ...facts })]);
  return found;
}

/** Files of other types than the field takes, in base64. */
export async function foreignFiles({ file }: Place): Promise<readonly Value[]> {
  if (file === undefined || file.type === "output") return [];
  const { type, mimeTypes }: MediaLimits = MEDIA_LIMITS[file.limit];
  const text = ["a text", base64(Buffer.from("only words, and quite a few of them"))] as const;
  const picture = ["a picture", base64(await makePicture({ widthPx: 300, heightPx: 300 }))] as const;
  const film = ["a film", base64(await testFilm())] as const;
  const sound = ["a sound", base64(testSound())] as const;
  if (type === "image") return [text, film, sound];
  if (type === "video") return [text, picture, sound];
  return mimeTypes.some((mime) => mime.startsWith("video/")) ? [text, picture] : [text, picture, film];
}

function fitFacts({ type, mimeTypes }: MediaLimits): Facts {
  const size = type === "audio" ? { widthPx: null, heightPx: null } : square(1080);
  const isStill = type === "image";
  return {
    mime: mimeTypes[0] ?? "",
    bytes: 1000,
    ...size,
    durationSeconds: isStill ? null : 5,
    fps: type === "video" ? 24 : null,
  };
}

function square(sidePx: number) {
  return { widthPx: sidePx, heightPx: sidePx };
}

async function makeAsset({ teamId, caller }: GatewayTeam, { bytes, ...facts }: Facts): Promise<string> {
  const id = newId("asset");
  const own = { teamId, createdById: caller.userId, origin: "upload", name: "file" };
  await systemDb.asset.create({
    data: { id, ...own, ...facts, bytes: BigInt(bytes), sha256: id, storageKey: id },
  });
  return id;
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}
