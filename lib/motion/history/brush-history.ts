import type { BrushDocument, Operation, StrokePoint } from "../document.ts";
import { emptyLabels, FREE, type LabelBuffer } from "../labels.ts";
import { paintOperation } from "../raster/paint-operation.ts";
import type { Paint } from "../raster/painter.ts";
import { around, type PixelRect, wholePicture } from "../raster/pixel-rect.ts";
import { paintStroke } from "../raster/stroke.ts";
import { copyArea } from "./copy-area.ts";
import { type Paths, pathsOf } from "./paths.ts";
import { StepMemory } from "./step-memory.ts";

/** What was done, undone or redone, and the rectangle that has to be drawn again (`null`: no pixel changed). */
export type Change = { readonly operation: Operation; readonly area: PixelRect | null };

/** Remembering a step takes several times as long as painting it; a drawing shall be there soon after a reload. */
const REMEMBERED_AFTER_REPLAY = 64;

/**
 * A document with its pixels. `labels` is changed in place (a 4K picture has 9 MB of them) and shows the stroke in
 * progress too; `document` never does, and can be stored at any time. Made from a stored document, it is as it was.
 */
export class BrushHistory {
  readonly labels: LabelBuffer;
  #document: BrushDocument;
  #paths: Paths;
  /** The pixels without the stroke in progress. */
  readonly #settled: LabelBuffer;
  #inProgress: PixelRect | null = null;
  readonly #memory: StepMemory;

  constructor(document: BrushDocument, { memoryBytes = 32 * 2 ** 20 } = {}) {
    this.labels = emptyLabels(document.size);
    this.#settled = emptyLabels(document.size);
    this.#memory = new StepMemory(memoryBytes);
    this.#document = document;
    this.#paths = pathsOf(document.done);
    this.#replay(document.done);
  }

  get document(): BrushDocument {
    return this.#document;
  }

  get paths(): Paths {
    return this.#paths;
  }

  /** Paints a piece of the stroke in progress. A piece that goes on begins with the last point of the one before. */
  paintInProgress(paint: Paint, points: readonly StrokePoint[]): PixelRect | null {
    const area = paintStroke(this.labels, paint, points);
    this.#inProgress = around(this.#inProgress, area);
    return area;
  }

  /** Takes the stroke in progress back. */
  takeBack(): PixelRect | null {
    const area = this.#inProgress;
    if (area !== null) copyArea(this.#settled, this.labels, area);
    this.#inProgress = null;
    return area;
  }

  /**
   * One more step; what was undone is gone. A stroke that was painted in pieces is on the picture already. Paint that
   * falls beside the picture is no step: an undo must be seen.
   */
  apply(operation: Operation): Change {
    const { size, done } = this.#document;
    const isPainted = operation.type === "stroke" && this.#inProgress !== null;
    const before = isPainted ? this.#inProgress : this.takeBack();
    this.#inProgress = null;
    const painted = isPainted ? before : paintOperation(this.labels, operation);
    if (painted === null && "locked" in operation) return { operation, area: before };
    this.#settle(painted);
    this.#become({ size, done: [...done, operation], undone: [] });
    return { operation, area: around(before, painted) };
  }

  /** `null`: there is nothing to undo. Not in the middle of a stroke: that is taken back. */
  undo(): Change | null {
    const { size, done, undone } = this.#document;
    const operation = done.at(-1);
    if (operation === undefined) return null;
    const earlier = done.slice(0, -1);
    const area = this.#unpaint(earlier);
    this.#become({ size, done: earlier, undone: [...undone, operation] });
    return { operation, area };
  }

  /** `null`: there is nothing to redo. */
  redo(): Change | null {
    const { size, done, undone } = this.#document;
    const operation = undone.at(-1);
    if (operation === undefined) return null;
    const area = this.#paint(operation);
    this.#become({ size, done: [...done, operation], undone: undone.slice(0, -1) });
    return { operation, area };
  }

  #become(document: BrushDocument): void {
    this.#document = document;
    this.#paths = pathsOf(document.done);
  }

  #paint(operation: Operation): PixelRect | null {
    const area = paintOperation(this.labels, operation);
    this.#settle(area);
    return area;
  }

  #settle(area: PixelRect | null): void {
    this.#memory.remember(this.#settled, area);
    if (area !== null) copyArea(this.labels, this.#settled, area);
  }

  #unpaint(earlier: readonly Operation[]): PixelRect | null {
    if (this.#memory.isForgotten) {
      this.#replay(earlier);
      return wholePicture(this.labels);
    }
    const area = this.#memory.restoreLast(this.labels);
    if (area !== null) copyArea(this.labels, this.#settled, area);
    return area;
  }

  /** Paints everything anew. What the last steps painted over is remembered: they are what is undone next, if any. */
  #replay(operations: readonly Operation[]): void {
    const older = operations.slice(0, -REMEMBERED_AFTER_REPLAY);
    this.labels.owners.fill(FREE);
    for (const operation of older) paintOperation(this.labels, operation);
    this.#settled.owners.set(this.labels.owners);
    this.#memory.beginAfter(older.length);
    for (const operation of operations.slice(older.length)) this.#paint(operation);
  }
}
