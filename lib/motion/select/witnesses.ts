import { emptyLab, squaredDistance } from "./lab-planes.ts";
import type { LabPlanes, PreparedSelection } from "./prepared.ts";

/** Beyond the band on both sides, so that even its middle sees certain pixels. */
const REACH_PX = 9;
const STRIDE_PX = 3;
const LEAST_SPREAD = 3;

const OFFSETS = offsets();

/** Certain pixels around a doubtful one, selected ones and others. */
export type Witnesses = {
  /** Looks around a pixel of the reduced picture. */
  readonly gather: (x: number, y: number) => void;
  /** How the pixels gathered would have a colour: true for selected, null when none was found. */
  readonly judge: (colour: LabPlanes, index: number) => boolean | null;
};

/** A joint bilateral filter (Kopf et al., 2007) in two steps: what was gathered once serves all full-size pixels of a place. */
export function witnessesOf(prepared: PreparedSelection, mask: Uint8Array, band: Uint8Array): Witnesses {
  const { widthPx, heightPx } = prepared.reduced;
  const softness = Math.max(LEAST_SPREAD, 2 * prepared.grain) ** 2;
  const colours = emptyLab(OFFSETS.length);
  const votes = new Float32Array(OFFSETS.length);
  let count = 0;
  return {
    gather(x, y) {
      count = 0;
      for (const [across, down] of OFFSETS) {
        if (x + across < 0 || x + across >= widthPx || y + down < 0 || y + down >= heightPx) continue;
        const pixel = (y + down) * widthPx + x + across;
        if (band[pixel] === 1) continue;
        colours.l[count] = prepared.lab.l[pixel] ?? 0;
        colours.a[count] = prepared.lab.a[pixel] ?? 0;
        colours.b[count] = prepared.lab.b[pixel] ?? 0;
        votes[count] = mask[pixel] === 1 ? 1 : -1;
        count += 1;
      }
    },
    judge(colour, index) {
      if (count === 0) return null;
      let sum = 0;
      for (let witness = 0; witness < count; witness += 1) {
        const likeness = 1 + squaredDistance(colour, index, colours, witness) / softness;
        sum += (votes[witness] ?? 0) / (likeness * likeness);
      }
      return sum > 0;
    },
  };
}

function offsets(): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let y = -REACH_PX; y <= REACH_PX; y += STRIDE_PX) {
    for (let x = -REACH_PX; x <= REACH_PX; x += STRIDE_PX)
      if (Math.hypot(x, y) <= REACH_PX + 1) found.push([x, y]);
  }
  return found;
}
