import { describe, expect, test } from "vitest";
import { CAPABILITIES, capability, cellsOf, kindsOf, modelsFor, modesFor } from "./capabilities.ts";
import { everyCombination } from "./combinations.fixture.ts";
import { MODEL_IDS, MODELS } from "./models.ts";
import { CLIP_KINDS } from "./task-kinds.ts";
import { type Combination, refusals } from "./verdict.ts";

/**
 * The official map once more, copied by hand from api-reference §6.2 in its own notation and read by a different program
 * than the one under test. `s5` is std 5 s, `p10` pro 10 s, `5` a model without modes; a range stands for every second.
 */
const ORACLE = {
  text2video: {
    "kling-v1": { generation: "s5 s10 p5 p10", camera: "s5" },
    "kling-v1-6": { generation: "s5 s10 p5 p10" },
    "kling-v2-master": { generation: "5 10" },
    "kling-v2-1-master": { generation: "5 10" },
    "kling-v2-5-turbo": { generation: "s5 s10 p5 p10" },
    "kling-v2-6": { generation: "s5 s10 p5 p10", sound: "p5 p10" },
    "kling-v3": { generation: "s3-15 p3-15 k3-15", sound: "s3-15 p3-15 k3-15" },
  },
  image2video: {
    "kling-v1": { generation: "s5 s10 p5 p10", tail: "s5 p5", brush: "s5 p5" },
    "kling-v1-5": {
      generation: "s5 s10 p5 p10",
      tail: "p5 p10",
      tailOnly: "p5 p10",
      brush: "p5",
      simpleCamera: "p5",
    },
    "kling-v1-6": { generation: "s5 s10 p5 p10", tail: "p5 p10", tailOnly: "p5 p10" },
    "kling-v2-master": { generation: "5 10" },
    "kling-v2-1": { generation: "s5 s10 p5 p10", tail: "p5 p10" },
    "kling-v2-1-master": { generation: "5 10" },
    "kling-v2-5-turbo": { generation: "s5 s10 p5 p10", tail: "p5 p10" },
    "kling-v2-6": { generation: "s5 s10 p5 p10", sound: "p5 p10", tail: "p5 p10", silentTail: true },
    // 4k: capmap 2026-05-19, price page and upd 2026-04-23; §6.2 copies a page older than 4K here.
    "kling-v3": { generation: "s3-15 p3-15 k3-15", sound: "s3-15 p3-15 k3-15", tail: "s3-15 p3-15 k3-15" },
  },
} as const;

type OracleRow = {
  generation: string;
  sound?: string;
  tail?: string;
  tailOnly?: string;
  silentTail?: boolean;
  brush?: string;
  camera?: string;
  simpleCamera?: string;
};

function oracleRow({ kind, model }: Combination): OracleRow | undefined {
  const rows: Record<string, OracleRow> = ORACLE[kind];
  return rows[model];
}

function holds(cells: string | undefined, { model, mode, duration }: Combination): boolean {
  const letter = model.endsWith("-master") ? "" : { std: "s", pro: "p", "4k": "k" }[mode];
  return (cells ?? "").split(" ").some((cell) => {
    const match = /^([spk]?)(\d+)(?:-(\d+))?$/.exec(cell);
    if (!match || match[1] !== letter) return false;
    const seconds = Number(duration);
    return seconds >= Number(match[2]) && seconds <= Number(match[3] ?? match[2]);
  });
}

function oracle(combination: Combination): string[] {
  const row = oracleRow(combination);
  if (!row) return ["model_unsupported"];
  if (!holds(row.generation, combination)) {
    const isModeKnown = holds(row.generation, { ...combination, duration: "5" });
    return [isModeKnown ? "duration_unsupported" : "mode_unsupported"];
  }
  const isLoud = combination.sound === "on";
  const found: string[] = [];
  if (isLoud && !holds(row.sound, combination)) found.push("sound_unsupported");
  if (combination.guide === "brush")
    return holds(row.brush, combination) ? found : [...found, "masks_unsupported"];
  if (combination.guide === "camera") {
    const cells = `${row.camera ?? ""} ${(combination.camera === "simple" && row.simpleCamera) || ""}`;
    return holds(cells, combination) ? found : [...found, "camera_unsupported"];
  }
  if (!combination.hasEndFrame) return found;
  if (!combination.hasImage)
    return holds(row.tailOnly, combination) ? found : [...found, "end_frame_only_unsupported"];
  if (!holds(row.tail, combination)) return [...found, "end_frame_unsupported"];
  if (isLoud && row.silentTail && found.length === 0) return ["end_frame_with_sound_unsupported"];
  return found;
}

describe("the capability table", () => {
  test("agrees with the official map, copied by hand, on every combination and every reason", () => {
    let checked = 0;
    let allowed = 0;
    for (const combination of everyCombination()) {
      const expected = oracle(combination);
      expect(refusals(combination), JSON.stringify(combination)).toEqual(expected);
      checked += 1;
      if (expected.length === 0) allowed += 1;
    }
    // 11 models × 3 modes × 13 durations × 2 sounds × (1 for text, 4 for pictures), each led by frames or one of two movements
    // of the camera, pictures also by the brush.
    expect(checked).toBe(11 * 3 * 13 * 2 * (3 + 4 * 4));
    // Counted by hand from the map. Text: 4+4+6+6+4+6+78. Pictures: without an end frame twice (4+4+4+6+4+6+4+6+78), with
    // one 2+2+2+2+2+2+78, end frame alone 2+2. The masters' 6 is two durations × three modes that mean nothing there.
    // Text moved by the camera: one place, by either movement. Pictures with or without either frame: three places to paint,
    // one place to move the camera one way.
    expect(allowed).toBe(108 + 2 * 116 + 90 + 4 + 2 + 4 * (3 + 1));
  });

  test("names a source for every cell, granted or not", () => {
    for (const kind of CLIP_KINDS) {
      for (const model of modelsFor(kind)) {
        for (const { cell } of cellsOf(kind, model)) expect(cell.source).toMatch(/\S/);
      }
    }
  });

  test("lists exactly the models whose path takes the kind", () => {
    for (const model of MODEL_IDS) {
      const offered: readonly string[] = kindsOf(model);
      const taken = MODELS[model].paths.filter((path) => path === "text2video" || path === "image2video");
      expect(offered, model).toEqual(taken);
    }
  });

  test("gives modes to exactly the models that have a mode", () => {
    for (const kind of CLIP_KINDS) {
      for (const model of modelsFor(kind))
        expect(modesFor(kind, model).length > 0, model).toBe(MODELS[model].hasMode);
    }
  });

  test("offers cfg_scale on V1, ignores it on V2 and passes it on for V3 (§10.5 #13, #22)", () => {
    for (const kind of CLIP_KINDS) {
      for (const model of modelsFor(kind)) {
        const support = capability("cfg_scale", { kind, model, duration: "5" }).support;
        const expected = { v1: "yes", v2: "ignored", v3: "accepted", o1: "no" }[MODELS[model].family];
        expect(support, model).toBe(expected);
      }
    }
  });

  test("ignores an aspect ratio beside a picture and obeys it for text (§10.5 #37)", () => {
    expect(
      capability("aspect_ratio", { kind: "image2video", model: "kling-v1", duration: "5" }).support,
    ).toBe("ignored");
    expect(capability("aspect_ratio", { kind: "text2video", model: "kling-v1", duration: "5" }).support).toBe(
      "yes",
    );
  });

  test("orders the models newest first", () => {
    expect(modelsFor("text2video")).toEqual([
      "kling-v3",
      "kling-v2-6",
      "kling-v2-5-turbo",
      "kling-v2-1-master",
      "kling-v2-master",
      "kling-v1-6",
      "kling-v1",
    ]);
    expect(Object.keys(CAPABILITIES.image2video)).toHaveLength(9);
  });
});
