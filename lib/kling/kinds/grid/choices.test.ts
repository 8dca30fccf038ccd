import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRequestOf } from "../../requests/arbitraries.fixture.ts";
import { REQUEST_SCHEMAS, type TaskRequest } from "../../requests/request.ts";
import { TASK_KINDS, type TaskKind } from "../../task-kinds.ts";
import { isSendable } from "../../violation.ts";
import { checkTask } from "../check-task.ts";
import { NO_FACTS } from "../kind.ts";
import { kindOf } from "../kinds.ts";
import { choiceOf, choicesOf } from "./choices.ts";
import { type Axis, everyPoint, type Grid, type Point, type Value } from "./grid.ts";
import { BODIES, isComplete } from "./point-requests.fixture.ts";
import { verdictBook } from "./verdict-book.ts";

/** Spaces up to this size are gone through point by point. */
const MAX_EXHAUSTIVE = 200_000;

/** Legal points of a larger space that are looked at: whatever is reached first from the defaults, in a seeded order. */
const SAMPLE = 20_000;

/** Of a control with more values than this (the list of effects), so many are tried at each point, another share each time. */
const MAX_VALUES_TRIED = 16;

/**
 * What the proof went through: points of the space; legal points visited (all there are unless the space is larger than
 * `MAX_EXHAUSTIVE`); choices that were allowed there, refused with a way out, refused with none in three changes.
 */
const COUNTS: Readonly<Record<TaskKind, readonly [number, number, number, number, number]>> = {
  text2video: [29_484, 807, 20_061, 7365, 2433],
  image2video: [808_704, 2928, 93_270, 20_795, 23_551],
  "multi-image2video": [60, 60, 780, 0, 0],
  "omni-video": [808_704, 20_000, 753_430, 205_416, 1154],
  "motion-control": [32, 20, 180, 20, 0],
  "video-extend": [1, 1, 0, 0, 0],
  "lip-sync": [8, 8, 48, 0, 0],
  "identify-face": [1, 1, 0, 0, 0],
  "advanced-lip-sync": [1, 1, 0, 0, 0],
  avatar: [2, 2, 4, 0, 0],
  effects: [34_236, 18_696, 455_180, 84_202, 0],
  "init-selection": [1, 1, 0, 0, 0],
  "multi-elements": [36, 24, 232, 32, 0],
  tts: [2, 2, 4, 0, 0],
  "text-to-audio": [1, 1, 0, 0, 0],
  "video-to-audio": [2, 2, 4, 0, 0],
  "image-generation": [57_024, 8244, 273_636, 58_347, 6021],
  "omni-image": [1_058_508, 20_000, 968_387, 151_613, 0],
  "multi-image2image": [2880, 2880, 80_640, 0, 0],
  expand: [9, 9, 81, 0, 0],
  "virtual-try-on": [4, 4, 16, 0, 0],
  "image-recognize": [1, 1, 0, 0, 0],
  "ai-multi-shot": [1, 1, 0, 0, 0],
  "custom-elements": [1, 1, 0, 0, 0],
  "advanced-custom-elements": [2, 2, 4, 0, 0],
  "custom-voices": [1, 1, 0, 0, 0],
};

describe.each(TASK_KINDS)("the choices of %s", (kind) => {
  const { grid } = kindOf(kind);

  test("lead from legal points to legal points only, and a refusal says why in both languages", () => {
    let visited = 0;
    const tally = { allowed: 0, fixed: 0, stuck: 0 };
    for (const point of legalPoints(grid)) {
      visited += 1;
      for (const move of movesFrom(grid, visited)) tally[judgeMove(grid, point, move)] += 1;
    }
    const space = grid.axes.reduce((points, { values }) => points * values.length, 1);
    expect([space, visited, tally.allowed, tally.fixed, tally.stuck]).toEqual(COUNTS[kind]);
  });

  test("begin at a legal point that has a value on every axis", () => {
    expect(grid.refusals(grid.defaults)).toEqual([]);
    expect(verdictBook(grid).numberOf(grid.defaults)).toBeDefined();
    expect(Object.keys(grid.defaults).sort()).toEqual(grid.axes.map(({ name }) => name).sort());
  });

  test("are every value of every axis, and a statement of the map is about axes and has a source", () => {
    const listed = choicesOf(grid, grid.defaults).map(({ name, choices }) => [
      name,
      choices.map((it) => it.value),
    ]);
    expect(listed).toEqual(grid.axes.map(({ name, values }) => [name, values]));
    const names = grid.axes.map(({ name }) => name);
    for (const { feature, where, source } of grid.cells) {
      expect(names, feature).toEqual(expect.arrayContaining(Object.keys(where)));
      expect(source, feature).toMatch(/off-|S00|upd|capmap|comfy|observed|price|new-api/);
    }
  });

  test("agree with what any request of the kind is told", () => {
    fc.assert(
      fc.property(anyRequestOf(kind), (request) => {
        expect(toldOf(request)).toEqual(refusedOf(request));
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});

describe.each(Object.keys(BODIES) as TaskKind[])("requests made from points of %s", (kind) => {
  test("are at that point, and are sendable exactly when the point is legal", () => {
    const { grid, pointOf } = kindOf(kind);
    let count = 0;
    for (const point of somePoints(grid)) {
      if (!isComplete(kind, point)) continue;
      // The schema of a kind makes requests of that kind.
      const request = REQUEST_SCHEMAS[kind].parse({ kind, ...BODIES[kind]?.(point) }) as TaskRequest;
      const where = JSON.stringify(point);
      expect(pointOf(request), where).toEqual(point);
      expect(toldOf(request), where).toEqual(refusedOf(request));
      const violations = checkTask(request, { policy: "strict", facts: NO_FACTS });
      const isLegal = grid.refusals(point).length === 0 && !violations.some((it) => it.class === "missing");
      if (isSendable(violations) !== isLegal) expect.fail(`${where} ${JSON.stringify(violations)}`);
      count += 1;
    }
    expect(count).toBeGreaterThan(15);
  });
});

type Move = { readonly name: string; readonly value: Value };

function judgeMove(grid: Grid, point: Point, { name, value }: Move): "allowed" | "fixed" | "stuck" {
  const choice = choiceOf(grid, point, { name, value });
  const where = () => `${name}=${value} on ${JSON.stringify(point)}`;
  const isLegal = (next: Point) => verdictBook(grid).isLegal(verdictBook(grid).numberOf(next), next);
  const next = { ...point, [name]: value };
  if (isLegal(next) !== choice.allowed) expect.fail(where());
  if (choice.allowed) return "allowed";
  const { zh, en } = choice.reason;
  if (!/\p{Script=Han}/u.test(zh) || !/[a-z]/.test(en) || /undefined|\.$/.test(`${zh} ${en}`))
    expect.fail(`${where()}: ${zh} ${en}`);
  if (choice.fix === undefined) return "stuck";
  const { label, patch } = choice.fix;
  if (!isLegal({ ...point, ...patch }) || patch[name] !== value) expect.fail(where());
  const invented = grid.axes.filter((axis) => axis.isAttachment && axis.name !== name && axis.name in patch);
  if (invented.some((axis) => rankOf(axis, patch) > rankOf(axis, point))) expect.fail(where());
  if (label.zh === "" || label.en === "") expect.fail(where());
  return "fixed";
}

function rankOf({ name, values }: Axis, point: Point): number {
  return values.indexOf(point[name] ?? "");
}

function* legalPoints(grid: Grid): Generator<Point> {
  const space = grid.axes.reduce((points, { values }) => points * values.length, 1);
  if (space > MAX_EXHAUSTIVE) return yield* reachablePoints(grid);
  for (const point of everyPoint(grid.axes)) if (grid.refusals(point).length === 0) yield point;
}

/** Points that allowed choices lead to, in a random order that is the same every time. */
function* reachablePoints(grid: Grid): Generator<Point> {
  const { numberOf, isLegal, strideOf } = verdictBook(grid);
  const random = seededRandom(1);
  const waiting: Point[] = [grid.defaults];
  const seen = new Set([numberOf(grid.defaults)]);
  for (let visited = 0; visited < SAMPLE; visited += 1) {
    const point = takeAny(waiting, random);
    if (point === undefined) return;
    yield point;
    const number = numberOf(point) ?? 0;
    for (const axis of grid.axes) {
      for (const [index, value] of axis.values.entries()) {
        const offset = (index - rankOf(axis, point)) * (strideOf.get(axis) ?? 0);
        if (seen.has(number + offset)) continue;
        seen.add(number + offset);
        const next = { ...point, [axis.name]: value };
        if (isLegal(number + offset, next)) waiting.push(next);
      }
    }
  }
}

/** Takes one out; the last one fills its place. */
function takeAny<Item>(items: Item[], random: () => number): Item | undefined {
  const index = Math.floor(random() * items.length);
  const last = items.pop();
  if (last === undefined || index === items.length) return last;
  const taken = items[index];
  items[index] = last;
  return taken;
}

/** Every point of a small space, or a seeded thousand of legal and illegal ones. */
function* somePoints(grid: Grid): Generator<Point> {
  const points = 1000;
  const space = grid.axes.reduce((count, { values }) => count * values.length, 1);
  if (space <= points) return yield* everyPoint(grid.axes);
  const random = seededRandom(2);
  const legal = reachablePoints(grid);
  for (let count = 0; count < points; count += 1) {
    const found = count % 2 === 0 ? legal.next() : { done: true as const };
    if (found.done !== true) yield found.value;
    else yield Object.fromEntries(grid.axes.map((axis) => [axis.name, pick(axis.values, random)]));
  }
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** Every value of every axis, or a share of a long axis; which one depends on the turn. */
function* movesFrom(grid: Grid, turn: number): Generator<Move> {
  for (const { name, values } of grid.axes) {
    const parts = Math.ceil(values.length / MAX_VALUES_TRIED);
    for (const [index, value] of values.entries()) if (index % parts === turn % parts) yield { name, value };
  }
}

/** What of a request's violations comes from its grid, as `path code class`. */
function toldOf(request: TaskRequest): readonly string[] {
  const codes = new Set(refusalsOf(request).map(({ code }) => code));
  return checkTask(request, { policy: "strict", facts: NO_FACTS })
    .filter(({ code }) => codes.has(code))
    .map((it) => `${it.path} ${it.code} ${it.class}`)
    .sort();
}

function refusedOf(request: TaskRequest): readonly string[] {
  return refusalsOf(request)
    .map((it) => `${pathOf(request.kind, it.axis)} ${it.code} ${it.class ?? "capability"}`)
    .sort();
}

function pathOf(kind: TaskKind, axis: string): string {
  return kindOf(kind).grid.axes.find(({ name }) => name === axis)?.path ?? axis;
}

function refusalsOf(request: TaskRequest) {
  const { grid, pointOf } = kindOf(request.kind);
  return grid.refusals(pointOf(request));
}

/** Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
