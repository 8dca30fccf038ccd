import type { Sound } from "../encode/audio-track.ts";
import { readSound } from "../read/read-sound.ts";
import { sceneOf } from "../scene/scene-of.ts";
import { makeAmbience } from "./ambience.ts";
import { SAMPLE_RATE, silence } from "./mix.ts";
import type { SoundPart } from "./sound-part.ts";
import { makeSpeech } from "./speech.ts";

type Length = { readonly seconds: number; readonly widthPx: number; readonly heightPx: number };

/** All parts together, cut to the length. The shape is that of the scene to which an ambience belongs. */
export async function makeSound(parts: readonly SoundPart[], { seconds, ...shape }: Length): Promise<Sound> {
  const mix = silence(seconds);
  for (const part of parts) {
    const sound = await soundOf(part, { seconds, ...shape });
    addSound(mix, sound, part.sound === "file" ? part : {});
  }
  for (const channel of [mix.left, mix.right]) {
    for (let index = 0; index < channel.length; index += 1) {
      channel[index] = Math.max(-1, Math.min(1, channel[index] ?? 0));
    }
  }
  return { left: mix.left, right: mix.right, sampleRate: mix.sampleRate };
}

async function soundOf(part: SoundPart, { seconds, ...shape }: Length): Promise<Sound> {
  switch (part.sound) {
    case "ambience":
      return makeAmbience(sceneOf(part, shape), seconds);
    case "speech":
      return makeSpeech(part);
    case "file":
      return readSound(part.path);
  }
}

type Placing = {
  readonly from?: number;
  readonly to?: number;
  readonly at?: number;
  readonly level?: number;
};

function addSound(mix: Sound, sound: Sound, { from = 0, to, at = 0, level = 1 }: Placing): void {
  const first = Math.round(from * SAMPLE_RATE);
  const end =
    to === undefined ? sound.left.length : Math.min(sound.left.length, Math.round(to * SAMPLE_RATE));
  const start = Math.round(at * SAMPLE_RATE);
  const length = Math.min(end - first, mix.left.length - start);
  for (let index = 0; index < length; index += 1) {
    mix.left[start + index] = (mix.left[start + index] ?? 0) + (sound.left[first + index] ?? 0) * level;
    mix.right[start + index] = (mix.right[start + index] ?? 0) + (sound.right[first + index] ?? 0) * level;
  }
}
