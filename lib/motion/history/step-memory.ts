import type { LabelBuffer } from "../labels.ts";
import type { PixelRect } from "../raster/pixel-rect.ts";
import { type PackedArea, packArea, unpackArea } from "./packed-area.ts";

/**
 * What each step painted over, packed, so that undoing it costs as much as it changed. Beyond so many bytes the oldest
 * steps are forgotten; the history then paints the picture anew from its operations, once for many steps.
 */
export class StepMemory {
  readonly #limitBytes: number;
  #steps: (PackedArea | null)[] = [];
  #bytes = 0;
  #forgotten = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** Whether the last step can only be undone by painting anew. */
  get isForgotten(): boolean {
    return this.#steps.length === this.#forgotten;
  }

  remember(before: LabelBuffer, area: PixelRect | null): void {
    const packed = area === null ? null : packArea(before, area);
    this.#steps.push(packed);
    this.#bytes += packed?.bytes.length ?? 0;
    for (; this.#bytes > this.#limitBytes; this.#forgotten += 1) {
      this.#bytes -= this.#steps[this.#forgotten]?.bytes.length ?? 0;
      this.#steps[this.#forgotten] = null;
    }
  }

  /** Brings the pixels under the last step back, and answers where. */
  restoreLast(labels: LabelBuffer): PixelRect | null {
    const packed = this.#steps.pop() ?? null;
    if (packed === null) return null;
    this.#bytes -= packed.bytes.length;
    unpackArea(labels, packed);
    return packed.area;
  }

  /** Begins anew after so many steps that it knows nothing of. */
  beginAfter(steps: number): void {
    this.#steps = new Array(steps).fill(null);
    this.#bytes = 0;
    this.#forgotten = steps;
  }
}
