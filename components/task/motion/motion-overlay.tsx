import { cssColour } from "#components/motion/paint/region-looks.ts";
import type { MeasuredMotion } from "#lib/contract/motion-report.ts";

type Props = {
  regions: MeasuredMotion["regions"];
  clip: { readonly widthPx: number; readonly heightPx: number };
};

type Region = Props["regions"][number];
type Point = Region["actual"][number];

/** Lies over a clip as `object-contain` shows it: dashed where each region should go, solid where it went. */
export function MotionOverlay({ regions, clip }: Props) {
  const { widthPx, heightPx } = clip;
  const dot = Math.max(widthPx, heightPx) / 85;
  return (
    <svg
      aria-hidden // the verdict below says the same in words
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      preserveAspectRatio="xMidYMid meet"
      className="pointer-events-none absolute inset-0 size-full"
    >
      {regions.map((region) => (
        <Ways key={region.region} region={region} toPixel={toPixelOf(clip)} dot={dot} />
      ))}
    </svg>
  );
}

type WaysProps = { region: Region; toPixel: (point: Point) => Point; dot: number };

function Ways({ region, toPixel, dot }: WaysProps) {
  const colour = cssColour(region.region);
  const intended = region.intended.map(toPixel);
  const actual = region.actual.map(toPixel);
  const [start, end] = [intended[0], actual.at(-1)];
  return (
    <g fill="none" strokeLinecap="round" strokeLinejoin="round">
      <Way points={intended} stroke="black" strokeOpacity={0.5} strokeWidth={4} />
      <Way points={intended} stroke={colour} strokeWidth={2.5} strokeDasharray="5 7" />
      <Way points={actual} stroke="black" strokeOpacity={0.6} strokeWidth={5.5} />
      <Way points={actual} stroke={colour} strokeWidth={3} />
      {end && (
        <circle cx={end.x} cy={end.y} r={dot * 0.8} fill={colour} stroke="black" strokeWidth={dot / 4} />
      )}
      {start && (
        <>
          <circle
            cx={start.x}
            cy={start.y}
            r={dot * 1.6}
            fill={colour}
            stroke="black"
            strokeWidth={dot / 4}
          />
          <text
            x={start.x}
            y={start.y}
            fill="black"
            fontSize={dot * 2.1}
            fontWeight={700}
            textAnchor="middle"
            dominantBaseline="central"
          >
            {region.region}
          </text>
        </>
      )}
    </g>
  );
}

type WayProps = {
  points: readonly Point[];
  stroke: string;
  strokeOpacity?: number;
  strokeWidth: number;
  strokeDasharray?: string;
};

/** As wide on the screen at every size of the clip. */
function Way({ points, ...look }: WayProps) {
  return (
    <polyline
      points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
      vectorEffect="non-scaling-stroke"
      {...look}
    />
  );
}

function toPixelOf({ widthPx, heightPx }: Props["clip"]): (point: Point) => Point {
  return ({ x, y }) => ({ x: x * widthPx, y: y * heightPx });
}
