import { describe, expect, test } from "vitest";
import { EFFECT_SCENES, type EffectScene } from "../effects.ts";
import { effectsSchema } from "../requests/effects.ts";
import { isSendable } from "../violation.ts";
import { form } from "./effects-form.ts";
import { statusOf } from "./status-of.ts";
import { type ToolDraft, writePath } from "./tool-draft.ts";
import { initialDraft, isShown, requestOf } from "./tool-form.ts";

const SITUATION = { known: {}, policy: "strict", book: null } as const;
const FILE = "asset_01JCQZZZZZZZZZZZZZZZZZZZZA";
const SCENES = [...EFFECT_SCENES.values()];

describe("the form of effects", () => {
  test("makes a request that is taken of every scene that upstream offers, with the pictures that it needs", () => {
    for (const scene of SCENES.filter(({ discontinued }) => discontinued === undefined)) {
      const draft = whole(scene);
      expect(isSendable(statusOf(form, draft, SITUATION).violations), scene.id).toBe(true);
      expect(effectsSchema.safeParse(requestOf(form, draft)).success, scene.id).toBe(true);
    }
  });

  test("refuses a scene that upstream no longer offers, with the day", () => {
    for (const scene of SCENES.filter(({ discontinued }) => discontinued !== undefined)) {
      const [refused] = statusOf(form, whole(scene), SITUATION).violations;
      expect(refused).toMatchObject({ path: "effect_scene", severity: "error" });
      expect(refused?.message.en).toContain(scene.discontinued);
    }
  });

  test("offers settings for what only the list of 2025 has, and none for anything newer", () => {
    expect(settingsOf("heart_gesture")).toEqual(["model_name", "mode", "duration"]);
    expect(settingsOf("jelly_slice")).toEqual(["model_name", "duration"]);
    for (const { id } of SCENES.filter(({ eras }) => eras.includes("2026")))
      expect(settingsOf(id)).toEqual([]);
  });

  test("keeps a setting of an old scene out of the request of a new one", () => {
    const old = writePath(whole(sceneOf("heart_gesture")), "input.duration", "10");
    expect(requestOf(form, old)).toMatchObject({ input: { duration: "10" } });
    expect(requestOf(form, writePath(old, "effect_scene", "hug_pro"))).toMatchObject({
      input: { images: [FILE, FILE] },
    });
    expect(requestOf(form, writePath(old, "effect_scene", "hug_pro"))).not.toHaveProperty("input.duration");
  });
});

function whole({ id, pictures }: EffectScene): ToolDraft {
  const chosen = writePath(initialDraft(form), "effect_scene", id);
  return pictures === 2
    ? writePath(chosen, "input.images", [FILE, FILE])
    : writePath(chosen, "input.image", FILE);
}

function sceneOf(id: string): EffectScene {
  const scene = EFFECT_SCENES.get(id);
  if (scene === undefined) throw new Error(`no scene ${id}`);
  return scene;
}

function settingsOf(scene: string): readonly string[] {
  const draft = writePath(initialDraft(form), "effect_scene", scene);
  return form.fields.flatMap((field) =>
    field.type === "choice" && isShown(field, draft) ? [field.axis] : [],
  );
}
