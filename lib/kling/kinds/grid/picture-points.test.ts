import { describe, expect, test } from "vitest";
import { REQUEST_SCHEMAS, type TaskRequest } from "../../requests/request.ts";
import { isSendable } from "../../violation.ts";
import { checkTask } from "../check-task.ts";
import { NO_FACTS } from "../kind.ts";
import { kindOf } from "../kinds.ts";
import { countAt } from "./exclusions.ts";
import { everyPoint, type Point } from "./grid.ts";

const PICTURE = "asset_01JCQZZZZZZZZZZZZZZZZZZZZA";

/** Points of each space that are looked at, spread evenly over it. */
const SAMPLE = 3000;

/** How a point of each of these kinds looks as a request with everything that it must have. */
const BODIES = {
  "image-generation": (point: Point) => ({
    ...fields(point, ["model_name", "resolution", "aspect_ratio", "n"]),
    prompt: "a boat",
    ...(point.image_reference !== "none" && { image_reference: point.image_reference }),
    ...(countAt(point, "images") > 0 && { image: PICTURE }),
    ...elements(point),
  }),
  "omni-image": (point: Point) => ({
    ...fields(point, ["model_name", "result_type", "resolution", "aspect_ratio", "n", "series_amount"]),
    prompt: "a boat",
    ...(countAt(point, "images") > 0 && { image_list: times(countAt(point, "images"), { image: PICTURE }) }),
    ...elements(point),
  }),
  "multi-image2image": (point: Point) => ({
    ...fields(point, ["model_name", "aspect_ratio", "n"]),
    subject_image_list: times(countAt(point, "subjects"), { subject_image: PICTURE }),
    ...(point.scene === true && { scene_image: PICTURE }),
    ...(point.style === true && { style_image: PICTURE }),
  }),
  "virtual-try-on": (point: Point) => ({
    ...fields(point, ["model_name"]),
    human_image: PICTURE,
    ...(point.cloth === true && { cloth_image: PICTURE }),
  }),
  avatar: (point: Point) => ({ ...fields(point, ["mode"]), image: PICTURE, sound_file: PICTURE }),
} as const;

type Kind = keyof typeof BODIES;

describe.each(Object.keys(BODIES) as Kind[])("requests made from points of %s", (kind) => {
  test("are at that point, and are sendable exactly when the point is legal", () => {
    const { grid, pointOf } = kindOf(kind);
    const space = grid.axes.reduce((count, { values }) => count * values.length, 1);
    // A prime stride visits every value of every axis.
    const stride = space > SAMPLE ? 331 : 1;
    let index = 0;
    for (const point of everyPoint(grid.axes)) {
      index += 1;
      if (index % stride !== 0 || point.subjects === 0) continue;
      // The schema of a kind makes requests of that kind.
      const request = REQUEST_SCHEMAS[kind].parse({ kind, ...BODIES[kind](point) }) as TaskRequest;
      const violations = checkTask(request, { policy: "strict", facts: NO_FACTS });
      const isMissing = violations.some((violation) => violation.class === "missing");
      const isLegal = grid.refusals(point).length === 0 && !isMissing;
      expect(pointOf(request)).toEqual(point);
      if (isSendable(violations) !== isLegal) expect.fail(JSON.stringify({ point, violations }));
    }
    expect(index).toBe(space);
  });
});

function fields(point: Point, names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, point[name]]));
}

function elements(point: Point): object {
  const count = countAt(point, "elements");
  return count === 0 ? {} : { element_list: times(count, { element_id: "1" }) };
}

function times<Item>(count: number, item: Item): readonly Item[] {
  return Array.from({ length: count }, () => item);
}
