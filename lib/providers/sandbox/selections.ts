import {
  type FrameMask,
  SELECTION_LIMITS,
  type SelectionAnswer,
  type SelectionChange,
  type SelectionPoint,
} from "#lib/kling/selection.ts";
import { maskAround } from "#lib/media/mask-around.ts";
import { AppError } from "#lib/shared/errors.ts";
import { changeSession, type SessionData } from "./sessions.ts";

/**
 * Sets or removes marks in a session's video, at most 10 on each of 10 frames (off-26 §3.11).
 * @throws AppError not_found without such a session, invalid_request beyond the limits
 */
export async function changeSelection(change: SelectionChange): Promise<SelectionAnswer> {
  const data = await changeSession(change.sessionId, (session) => changed(selectionIn(session), change));
  const session_id = change.sessionId;
  if (!("frameIndex" in change)) return { session_id };
  return { session_id, mask: frameMaskOf(selectionIn(data), change.frameIndex) };
}

type Selection = Extract<SessionData, { kind: "selection" }>;

function selectionIn(session: SessionData): Selection {
  if (session.kind === "selection") return session;
  throw new AppError("not_found", "The sandbox knows no such session.");
}

function changed(selection: Selection, change: SelectionChange): Selection {
  switch (change.operation) {
    case "preview":
      return selection;
    case "clear":
      return { ...selection, points: {} };
    case "add":
      return withPoints(selection, change.frameIndex, [
        ...pointsOn(selection, change.frameIndex),
        ...change.points,
      ]);
    case "delete": {
      // A mark is removed by the very coordinates with which it was set (off-26 §3.11).
      const isGone = (kept: SelectionPoint) => change.points.some(({ x, y }) => x === kept.x && y === kept.y);
      const left = pointsOn(selection, change.frameIndex).filter((point) => !isGone(point));
      return withPoints(selection, change.frameIndex, left);
    }
  }
}

function pointsOn({ points }: Selection, frameIndex: number): readonly SelectionPoint[] {
  return points[frameIndex] ?? [];
}

function withPoints(selection: Selection, frameIndex: number, onFrame: readonly SelectionPoint[]): Selection {
  if (frameIndex >= selection.totalFrames) {
    throw new AppError("invalid_request", `The video has ${selection.totalFrames} frames.`);
  }
  const { [frameIndex]: _before, ...others } = selection.points;
  const points = onFrame.length === 0 ? others : { ...others, [frameIndex]: onFrame };
  const { frames, pointsPerFrame } = SELECTION_LIMITS;
  if (onFrame.length > pointsPerFrame) {
    throw new AppError("invalid_request", `A frame takes ${pointsPerFrame} marks.`);
  }
  if (Object.keys(points).length > frames) {
    throw new AppError("invalid_request", `A selection takes ${frames} marked frames.`);
  }
  return { ...selection, points };
}

/** All marks of a frame select one object, the first; a frame without marks selects none. */
function frameMaskOf(selection: Selection, frameIndex: number): FrameMask {
  const points = pointsOn(selection, frameIndex);
  if (points.length === 0) return { frame_index: frameIndex, rle_mask_list: [] };
  const { rle, png } = maskAround(points, selection);
  const object = {
    object_id: 0,
    rle_mask: rle,
    png_mask: { size: [selection.heightPx, selection.widthPx] as const, base64: png },
  };
  return { frame_index: frameIndex, rle_mask_list: [object] };
}
