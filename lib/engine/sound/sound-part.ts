/** What is heard; several parts are heard together. Times in seconds; a level of 1 is as given. */
export type SoundPart =
  /** The place, weather and creatures that the words name. */
  | { readonly sound: "ambience"; readonly prompt: string; readonly seed: string }
  /** A voice-like murmur of this many seconds, one syllable after the other. */
  | { readonly sound: "speech"; readonly text: string; readonly voice: string; readonly seconds: number }
  /** The sound of a file, or a piece of it, from a moment on. A video without sound is silent. */
  | {
      readonly sound: "file";
      readonly path: string;
      readonly from?: number;
      readonly to?: number;
      readonly at?: number;
      readonly level?: number;
    };

export type SoundPartOf<Name extends SoundPart["sound"]> = Extract<SoundPart, { sound: Name }>;
