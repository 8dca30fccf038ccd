import { composeScene } from "./compose-scene.ts";
import type { Scene } from "./scene.ts";

type Words = { readonly prompt: string; readonly seed: string };
type Shape = { readonly widthPx: number; readonly heightPx: number };

/** Shape and prompt make the scene; size and length do not, so a draft and its final in 1080p show the same place. */
export function sceneOf({ prompt, seed }: Words, { widthPx, heightPx }: Shape): Scene {
  return composeScene(prompt, JSON.stringify([prompt, (widthPx / heightPx).toFixed(2), seed]));
}
