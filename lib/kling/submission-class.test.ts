import { expect, test } from "vitest";
import { submissionClassOf } from "./submission-class.ts";
import { TASK_KINDS } from "./task-kinds.ts";

function kindsOf(wanted: string, refusesDuplicates = true) {
  return TASK_KINDS.filter(
    (kind) => submissionClassOf({ dialect: "native", kind, refusesDuplicates }) === wanted,
  );
}

test("natively, only what its page gives an id of ours is safe to send again", () => {
  expect(kindsOf("B")).toEqual([
    "lip-sync",
    "video-to-audio",
    "image-generation",
    "multi-image2image",
    "expand",
    "virtual-try-on",
  ]);
  expect(kindsOf("C")).toEqual([
    "identify-face",
    "init-selection",
    "tts",
    "image-recognize",
    "custom-elements",
  ]);
  expect(kindsOf("A")).toHaveLength(TASK_KINDS.length - 11);
});

test("nothing is class A where nobody has seen a duplicate refused", () => {
  expect(kindsOf("A", false)).toEqual([]);
  expect(kindsOf("A?", false)).toEqual(kindsOf("A"));
  expect(kindsOf("B", false)).toEqual(kindsOf("B"));
  const clip = { dialect: "unified", kind: "text2video" } as const;
  expect(submissionClassOf({ ...clip, refusesDuplicates: false })).toBe("A?");
  expect(submissionClassOf({ ...clip, refusesDuplicates: true })).toBe("A");
});

test("the generations gateway knows no id of ours, and no other kinds than clips", () => {
  const carried = TASK_KINDS.flatMap((kind) => {
    const found = submissionClassOf({ dialect: "generations", kind, refusesDuplicates: true });
    return found === null ? [] : [[kind, found]];
  });
  expect(carried).toEqual([
    ["text2video", "B"],
    ["image2video", "B"],
  ]);
});
