import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeScene } from "./compose-scene.ts";
import type { Scene } from "./scene.ts";

const sceneOf = (prompt: string) => composeScene(prompt, "seed");

describe("a prompt in English and its translation ask for the same things", () => {
  const pairs: readonly [english: string, chinese: string, expected: Partial<Scene>][] = [
    ["sunset over the sea", "海上日落", { time: "sunset", backdrop: "islands", ground: "water" }],
    ["mountain lake at dawn", "清晨的高山湖泊", { time: "dawn", backdrop: "mountains", ground: "water" }],
    [
      "city skyline at night in the rain",
      "雨中的城市夜晚",
      { time: "night", backdrop: "city", weather: "rain" },
    ],
    ["misty forest", "薄雾中的森林", { weather: "fog", backdrop: "forest", ground: "meadow" }],
    ["desert dunes under stars", "沙漠的星空", { backdrop: "dunes", ground: "sand", time: "night" }],
    ["snow falling on a village", "村庄飘雪", { weather: "snow", isWinter: true, backdrop: "village" }],
    ["coral reef underwater", "海底的珊瑚", { backdrop: "deep", ground: "seabed", time: "day" }],
    ["street in the storm", "暴风雨中的街道", { weather: "storm", backdrop: "city", ground: "road" }],
    ["aurora over mountains", "群山上的极光", { extras: ["aurora"], time: "night", backdrop: "mountains" }],
  ];
  test.each(pairs)("%s = %s", (english, chinese, expected) => {
    expect(sceneOf(english)).toMatchObject(expected);
    expect(sceneOf(chinese)).toMatchObject(expected);
  });
});

describe("subjects", () => {
  const kindsOf = (prompt: string) =>
    sceneOf(prompt).subjects.map(({ kind, isMany }) => (isMany ? `${kind}s` : kind));

  test.each([
    ["a cat", ["cat"]],
    ["three cats and a dog", ["cats", "dog"]],
    ["一只猫和一只狗", ["cat", "dog"]],
    ["a flock of birds", ["birds"]],
    ["a paper boat", ["paper boat"]],
    ["小纸船", ["paper boat"]],
    ["hot air balloons", ["balloons"]],
    ["a girl with an umbrella", ["umbrella"]],
    ["a robot, a cat, a dog and a horse", ["robot", "cat", "dog"]],
    ["a carpet and a category", []],
  ])("of %j are %j", (prompt, kinds) => {
    expect(kindsOf(prompt)).toEqual(kinds);
  });

  test("that the prompt rules out do not appear", () => {
    expect(kindsOf("a quiet lake, no people, without any boats")).toEqual([]);
    expect(kindsOf("空无一人的街道，没有汽车")).toEqual([]);
  });

  test("bring their own place when the prompt names none", () => {
    expect(sceneOf("a whale")).toMatchObject({ backdrop: "islands", ground: "water" });
    expect(sceneOf("an astronaut")).toMatchObject({ backdrop: "stars", time: "night" });
    expect(sceneOf("骆驼")).toMatchObject({ backdrop: "dunes", ground: "sand" });
  });

  test("that float get water to float on, wherever they are", () => {
    expect(sceneOf("a sailboat in the forest").ground).toBe("water");
  });
});

describe("words inside other words stay silent", () => {
  test.each<[string, Partial<Scene>]>([
    ["上海的夜景", { backdrop: "city" }],
    ["snow mountains", { isWinter: true, weather: "clear" }],
    ["熊猫", { subjects: [{ kind: "panda", isMany: false }] }],
    ["火车", { subjects: [{ kind: "train", isMany: false }] }],
    ["无人机航拍山谷", { camera: "rise", backdrop: "mountains" }],
  ])("%s", (prompt, expected) => {
    expect(sceneOf(prompt)).toMatchObject(expected);
  });
});

test("a colour belongs to the thing behind it, not to the sky", () => {
  expect(sceneOf("a red umbrella").accent).toBe("#df4a40");
  expect(sceneOf("蓝色的汽车").accent).toBe("#3f7fc9");
  expect(sceneOf("blue sky over hills").accent).toBeNull();
});

test.each([
  ["zoom in on a house", "push in"],
  ["镜头拉远", "pull out"],
  ["pan left across the bay", "pan left"],
  ["航拍城市", "rise"],
] as const)("camera words move the camera: %s", (prompt, camera) => {
  expect(sceneOf(prompt).camera).toBe(camera);
});

test("the same words and seed give the same scene, another seed may give another", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (prompt, seed) => {
      expect(composeScene(prompt, seed)).toEqual(composeScene(prompt, seed));
    }),
  );
  const cameras = new Set(
    Array.from({ length: 40 }, (_, seed) => composeScene("a hill", String(seed)).camera),
  );
  expect(cameras.size).toBeGreaterThan(2);
});
