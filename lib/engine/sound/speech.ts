import type { Sound } from "../encode/audio-track.ts";
import { randomFrom } from "../scene/random.ts";
import { SAMPLE_RATE, silence } from "./mix.ts";
import type { SoundPartOf } from "./sound-part.ts";

/** The first two resonances of a mouth that says a, e, i, o, u, in hertz. */
const VOWELS = [
  [800, 1200],
  [500, 1900],
  [300, 2300],
  [450, 850],
  [320, 750],
] as const;

const PAUSE = /[\s.,;:!?，。；：！？、…—-]/;
const LEVEL = 0.3;

/**
 * A murmur that has a text's rhythm and no words: each letter is a vowel of its own, marks and spaces are pauses. The
 * voice's name chooses its pitch, so that voices differ.
 */
export function makeSpeech({ text, voice, seconds }: SoundPartOf<"speech">): Sound {
  const mix = silence(seconds);
  const random = randomFrom(`voice ${voice}`);
  const pitchHz = random.between(95, 240);
  const letters = [...text];
  const letterSamples = mix.left.length / Math.max(1, letters.length);
  letters.forEach((letter, at) => {
    if (PAUSE.test(letter)) return;
    const code = letter.codePointAt(0) ?? 0;
    const vowel = VOWELS[code % VOWELS.length] ?? VOWELS[0];
    const from = Math.round(at * letterSamples);
    const to = Math.min(mix.left.length, Math.round((at + 1) * letterSamples));
    sing(mix, { from, to, vowel, hertz: pitchHz * (1 + ((code % 7) - 3) * 0.03) });
  });
  mix.right.set(mix.left);
  return { left: mix.left, right: mix.right, sampleRate: mix.sampleRate };
}

type Syllable = { from: number; to: number; vowel: readonly [number, number]; hertz: number };

/** A pulse train through two resonances: what a throat and a mouth do. */
function sing({ left }: Sound, { from, to, vowel, hertz }: Syllable): void {
  const resonances = vowel.map((formantHz) => resonance(formantHz));
  for (let index = from; index < to; index += 1) {
    const phase = ((index - from) * hertz) / SAMPLE_RATE;
    const pulse = 1 - 2 * (phase % 1);
    const envelope = Math.sin((Math.PI * (index - from)) / (to - from)) ** 0.6;
    const voiced = resonances.reduce((sum, filter) => sum + filter(pulse), 0);
    left[index] = Math.tanh(voiced) * envelope * LEVEL;
  }
}

const BANDWIDTH_HZ = 120;

function resonance(hertz: number): (sample: number) => number {
  const decay = Math.exp((-Math.PI * BANDWIDTH_HZ) / SAMPLE_RATE);
  const turn = 2 * decay * Math.cos((2 * Math.PI * hertz) / SAMPLE_RATE);
  const gain = (1 - decay) * 4;
  let [last, before] = [0, 0];
  return (sample) => {
    const out = gain * sample + turn * last - decay * decay * before;
    before = last;
    last = out;
    return out;
  };
}
