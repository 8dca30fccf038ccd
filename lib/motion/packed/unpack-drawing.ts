import type { BrushDocument, Operation } from "../document.ts";
import { LABELS, type Label } from "../labels.ts";
import { operationOfNumbers } from "./numbers-of-operation.ts";
import { MAX_PACKED_CHARACTERS } from "./pack-drawing.ts";

/** Far beyond any drawing of a person: what somebody made to exhaust the reader ends here. */
const MAX_TEXT_CHARACTERS = 24_000_000;
const MAX_OPERATIONS = 50_000;
const MAX_SIDE_PX = 16_384;
const MAX_PIXELS = 64_000_000;

/** Coordinates may lie beside the picture, but not anywhere; in sixteenths of a pixel. */
const MAX_NUMBER = 2 ** 31;

/** Reads a drawing that anyone of the team may have written; null when it is none. */
export async function unpackDrawing(value: unknown): Promise<BrushDocument | null> {
  const packed = packedOf(value);
  if (packed === null) return null;
  const { widthPx, heightPx, steps } = packed;
  try {
    const list: unknown = JSON.parse(await inflated(steps));
    if (!Array.isArray(list) || list.length > MAX_OPERATIONS) return null;
    const pixels = widthPx * heightPx;
    const done = list.map((item) => operationOf(item, pixels));
    if (!done.every((operation) => operation !== null)) return null;
    return { size: { widthPx, heightPx }, done, undone: [] };
  } catch {
    return null; // not base64, not deflated, or too much of it
  }
}

function packedOf(value: unknown) {
  if (typeof value !== "object" || value === null) return null;
  if (!("steps" in value && "widthPx" in value && "heightPx" in value)) return null;
  const { widthPx, heightPx, steps } = value;
  if (!isSide(widthPx) || !isSide(heightPx) || widthPx * heightPx > MAX_PIXELS) return null;
  if (typeof steps !== "string" || steps.length > MAX_PACKED_CHARACTERS) return null;
  return { widthPx, heightPx, steps };
}

function isSide(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value <= MAX_SIDE_PX;
}

function operationOf(item: unknown, pixels: number): Operation | null {
  if (!Array.isArray(item)) return null;
  const [kind, label, locked, ...numbers] = item as readonly unknown[];
  if (typeof kind !== "string" || !isOwner(label) || !Array.isArray(locked)) return null;
  if (!locked.every(isLabel) || !numbers.every(isNumber)) return null;
  const operation = operationOfNumbers(kind, { label: label === 0 ? null : label, locked, numbers });
  if (operation?.type !== "runs") return operation;
  return operation.runs.every(([start, length]) => start >= 0 && length > 0 && start + length <= pixels)
    ? operation
    : null;
}

function isOwner(value: unknown): value is Label | 0 {
  return value === 0 || isLabel(value);
}

function isLabel(value: unknown): value is Label {
  return LABELS.some((label) => label === value);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= MAX_NUMBER;
}

async function inflated(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > MAX_TEXT_CHARACTERS) {
      await reader.cancel();
      throw new RangeError("a drawing that large is none");
    }
  }
  return text;
}
