import { describe, expect, test } from "vitest";
import { checkTask } from "../kinds/check-task.ts";
import type { Point, Value } from "../kinds/grid/grid.ts";
import { NO_FACTS } from "../kinds/kind.ts";
import { REQUEST_SCHEMAS, type TaskRequest } from "../requests/request.ts";
import { mediaOf } from "../requests/request-media.ts";
import { isSendable } from "../violation.ts";
import { applyChange, applyValue } from "./apply-change.ts";
import { choiceIn } from "./choice-in.ts";
import { EVERY_FORM } from "./every-form.fixture.ts";
import { type ChoiceField, pathsOf } from "./field.ts";
import { filesOf } from "./form-files.ts";
import { addOne, countOf, filledIn, otherValues, takeOne } from "./form-moves.fixture.ts";
import { readDraft } from "./read-draft.ts";
import { statusOf } from "./status-of.ts";
import { type ToolDraft, writePath } from "./tool-draft.ts";
import { initialDraft, isShown, pointOfDraft, requestOf, type ToolForm, valuesOf } from "./tool-form.ts";

/** Points of a form that are gone through; more than any of them has within reach of a few presses. */
const MAX_POINTS = 1500;

const SITUATION = { known: {}, policy: "strict", book: null } as const;

describe.each(EVERY_FORM.map((form) => [form.kind.kind, form] as const))("the form of %s", (_kind, form) => {
  test("leads from its beginning only to requests that are taken, once what must be given is given", () => {
    let states = 0;
    for (const draft of everyState(form)) {
      expectTaken(form, draft);
      states += 1;
    }
    expect(states).toBeGreaterThan(0);
  });

  test("takes every value that its free fields can have", () => {
    for (const draft of everyState(form, 20)) {
      for (const field of form.fields) {
        if (!isShown(field, draft)) continue;
        for (const value of otherValues(field, draft)) expectTaken(form, writePath(draft, field.path, value));
      }
    }
  });

  test("says at its empty beginning what is missing, and nothing else", () => {
    const { violations } = statusOf(form, initialDraft(form), SITUATION);
    expect(violations.filter(({ class: found }) => found !== "missing")).toEqual([]);
  });

  test("says of every missing thing where it is given", () => {
    const { violations } = statusOf(form, initialDraft(form), SITUATION);
    const paths = form.fields.flatMap((field) => [field.path, ...pathsOf(field)]);
    for (const { path } of violations) expect(paths).toContain(path);
  });

  test("comes back as it was kept, and from its own request", () => {
    for (const draft of everyState(form, 200)) {
      const whole = filledIn(form, draft);
      expect(readDraft(form, JSON.parse(JSON.stringify(whole)))).toEqual(whole);
      const again = readDraft(form, requestOf(form, whole));
      expect(again && requestOf(form, again)).toEqual(requestOf(form, whole));
    }
  });

  test("finds the files that its request's schema finds", () => {
    for (const draft of everyState(form, 200)) {
      const whole = filledIn(form, draft);
      const byPath = (files: ReturnType<typeof mediaOf>) =>
        files.toSorted((a, b) => a.path.localeCompare(b.path));
      expect(byPath(filesOf(form, whole))).toEqual(byPath(mediaOf(requestOf(form, whole))));
    }
  });

  test("has names in both languages, and one place for each value", () => {
    const paths = form.fields.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const field of form.fields) {
      if (field.type !== "choice") expect(field.label.zh).toMatch(/\p{Script=Han}|^[A-Z]/u);
      else expect(form.kind.grid.axes.map(({ name }) => name)).toContain(field.axis);
    }
  });
});

function expectTaken(form: ToolForm, draft: ToolDraft): void {
  const whole = filledIn(form, draft);
  const where = JSON.stringify(whole);
  const request = requestOf(form, whole);
  const parsed = REQUEST_SCHEMAS[form.kind.kind].safeParse(request);
  if (!parsed.success) expect.fail(`${where}: ${parsed.error.message}`);
  // The schema of a kind makes requests of that kind.
  const violations = checkTask(parsed.data as TaskRequest, { policy: "strict", facts: NO_FACTS });
  if (!isSendable(violations)) expect.fail(`${where}: ${JSON.stringify(violations)}`);
  const status = statusOf(form, whole, SITUATION);
  if (!isSendable(status.violations)) expect.fail(`${where}: ${JSON.stringify(status.violations)}`);
}

/** Drafts at every point that presses can lead to from the beginning, each once. */
function* everyState(form: ToolForm, max = MAX_POINTS): Generator<ToolDraft> {
  const first = initialDraft(form);
  const seen = new Set([keyOf(form, first)]);
  const open = [first];
  for (let at = 0; at < open.length && at < max; at += 1) {
    const draft = open[at];
    if (draft === undefined) return;
    yield draft;
    for (const next of movesFrom(form, draft)) {
      const key = keyOf(form, next);
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(next);
    }
  }
}

function keyOf(form: ToolForm, draft: ToolDraft): string {
  return JSON.stringify(pointOfDraft(form, filledIn(form, draft)));
}

function* movesFrom(form: ToolForm, draft: ToolDraft): Generator<ToolDraft> {
  for (const field of form.fields) {
    if (!isShown(field, draft)) continue;
    if (field.type === "choice") yield* choicesFrom(form, draft, field);
    if (field.type !== "file" && field.type !== "files" && field.type !== "elements") continue;
    if (countOf(field, draft) > 0) yield settled(form, takeOne(field, draft));
    const more = addOne(field, draft);
    if (more === null) continue;
    if (field.axis === undefined) yield more;
    else yield* attached(form, draft, { name: field.axis, added: (it) => addOne(field, it) ?? it });
  }
}

function* choicesFrom(form: ToolForm, draft: ToolDraft, field: ChoiceField): Generator<ToolDraft> {
  const point = pointOfDraft(form, draft);
  for (const value of valuesOf(form, field)) {
    const place = { name: field.axis, value };
    const choice = choiceIn(form, draft, place);
    const fix: Point | undefined = choice.allowed ? {} : choice.fix?.patch;
    const patch = fix && { ...fix, [field.axis]: value };
    if (patch === undefined) continue;
    const next = choice.allowed ? applyValue(form, draft, place) : applyChange(form, draft, patch);
    const got = pointOfDraft(form, next);
    if (got[field.axis] !== value || form.kind.grid.refusals(got).length > 0) {
      expect.fail(`${field.axis}=${value} on ${JSON.stringify(point)} leads to ${JSON.stringify(got)}`);
    }
    yield next;
  }
}

type Attaching = { readonly name: string; readonly added: (draft: ToolDraft) => ToolDraft };

/** One more, if it may be; else after the fix that the control offers, which makes room for it. */
function* attached(form: ToolForm, draft: ToolDraft, { name, added }: Attaching): Generator<ToolDraft> {
  const value: Value = pointOfDraft(form, added(draft))[name] ?? 0;
  if (!form.kind.grid.axes.some((axis) => axis.name === name && axis.values.includes(value))) return;
  const choice = choiceIn(form, draft, { name, value });
  if (choice.allowed) yield added(draft);
  else if (choice.fix !== undefined) {
    expect(Object.keys(choice.fix.patch)).not.toContain(name);
    yield added(applyChange(form, draft, choice.fix.patch));
  }
}

/** Nobody is kept from taking something away: what is refused then says why, and how it is put right. */
function settled(form: ToolForm, draft: ToolDraft): ToolDraft {
  const { violations } = statusOf(form, filledIn(form, draft), SITUATION);
  const refused = violations.find(({ severity }) => severity === "error");
  if (refused === undefined) return draft;
  if (refused.fix === undefined) expect.fail(`${JSON.stringify(draft)}: ${JSON.stringify(refused)}`);
  return applyChange(form, draft, refused.fix.patch);
}
