import { runLimitedChild } from "#lib/media/limited-child.ts";
import type { ChildLimits } from "#lib/media/limited-child-command.ts";
import { LimitedChildError } from "#lib/media/limited-child-error.ts";
import { EngineError } from "./engine-error.ts";
import type { RenderedPart } from "./parts/part.ts";
import { assertRenderable, frameCountOf, type RenderPiece } from "./render-piece.ts";

export type PieceJob = {
  readonly pieces: readonly RenderPiece[];
  /** An existing directory of the caller's; the files stay the caller's to move or remove. */
  readonly outDir: string;
};

export type RenderOptions = {
  signal?: AbortSignal;
  /** 0 to 1, rising. */
  onProgress?: (fraction: number) => void;
  /** For tests of the limits themselves. */
  limits?: Partial<ChildLimits>;
};

const CHILD_SCRIPT = "lib/engine/render-child.ts";

/**
 * Makes all pieces in a process of their own, one after the other.
 * @throws EngineError when the child crashed, ran out of time or memory, was aborted, or refused a file it was given
 * @throws RangeError for a piece that cannot be encoded
 */
export async function renderPieces(job: PieceJob, options: RenderOptions = {}): Promise<void> {
  const { signal, onProgress, limits } = options;
  job.pieces.forEach(assertRenderable);
  try {
    await runLimitedChild({
      script: CHILD_SCRIPT,
      input: job,
      limits: { ...limitsFor(job.pieces), ...limits },
      signal,
      onProgress,
    });
  } catch (error) {
    if (!(error instanceof LimitedChildError)) throw error;
    const kind = error.kind === "refused" ? "input" : error.kind;
    throw new EngineError(kind, error.message, { cause: error });
  }
}

const GIB = 1024 ** 3;
const SLOWEST_PIXELS_PER_MS = 2_000;
const STARTUP_MS = 30_000;
/** A still is drawn once, but its pictures are decoded for it alone; a second of sound is tens of thousands of samples. */
const STILL_COSTS_FRAMES = 10;
const PIXELS_PER_SOUND_SECOND = 500_000;
/** Half a minute of film, decoded and followed. */
const MEASURING_COSTS_PIXELS = 80_000_000;

/** Generous: a busy host may be ten times slower than a quiet one; a loop that never ends is what must be caught. */
function limitsFor(pieces: readonly RenderPiece[]): ChildLimits {
  const pixels = pieces.reduce((sum, piece) => sum + pixelsOf(piece), 0);
  const wallClockMs = STARTUP_MS + pixels / SLOWEST_PIXELS_PER_MS;
  return {
    wallClockMs,
    cpuSeconds: Math.ceil((wallClockMs / 1000) * 2),
    memoryBytes: 3 * GIB,
    fileBytes: GIB / 2,
  };
}

/** Whether another film's motion is measured before anything can be drawn. */
function isMeasured(part: RenderedPart): boolean {
  return part.draw === "continued video" || (part.draw === "filmed picture" && part.guide.by === "film");
}

function pixelsOf(piece: RenderPiece): number {
  switch (piece.make) {
    case "clip": {
      const drawn = piece.widthPx * piece.heightPx * frameCountOf(piece);
      const heard = PIXELS_PER_SOUND_SECOND * piece.durationSeconds * piece.sounds.length;
      return drawn + heard + piece.parts.filter(isMeasured).length * MEASURING_COSTS_PIXELS;
    }
    case "still":
      return piece.widthPx * piece.heightPx * STILL_COSTS_FRAMES;
    case "sound":
      return PIXELS_PER_SOUND_SECOND * piece.durationSeconds * piece.sounds.length;
  }
}
