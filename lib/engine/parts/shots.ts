import type { Draw, PartOf, Setup } from "./part.ts";

type Prepare = (part: PartOf<"shots">["shots"][number]["part"], setup: Setup) => Promise<Draw>;

/** Frames are counted in fractions that need not add up: a frame this close to a cut is already behind it. */
const TOLERANCE_SECONDS = 0.0005;

/** Gets all shots ready, one after the other; each is drawn with its own time. */
export async function prepareShots(
  { shots }: PartOf<"shots">,
  setup: Setup,
  prepare: Prepare,
): Promise<Draw> {
  const ready: { readonly fromSecond: number; readonly draw: Draw }[] = [];
  let fromSecond = 0;
  for (const { seconds, part } of shots) {
    ready.push({ fromSecond, draw: await prepare(part, { ...setup, durationSeconds: seconds }) });
    fromSecond += seconds;
  }
  return (context, seconds) => {
    const shot = ready.findLast((one) => one.fromSecond <= seconds + TOLERANCE_SECONDS);
    return shot?.draw(context, Math.max(0, seconds - shot.fromSecond));
  };
}
