/**
 * What the sandbox can be asked to make besides the two clips of `render-job.ts`: a film put together from pictures, videos
 * and scenes; stills; a sound. Plain data, because it travels to the child process. Paths are absolute; files are read and
 * decoded in the child only.
 */
export type Production = FilmJob | StillsJob | SoundJob;

/** Something to look at. */
export type Source =
  /** A place composed from words; the same words and seed give the same place. */
  | { readonly show: "scene"; readonly prompt: string; readonly seed: string }
  /** A JPEG or PNG, with a slow camera move when it is filmed. */
  | { readonly show: "picture"; readonly path: string }
  /** An MP4 or MOV from a moment on; after its end its last frame stays. */
  | { readonly show: "video"; readonly path: string; readonly fromSeconds: number }
  /** One frame of a video: its last one when `atSeconds` is null. */
  | { readonly show: "frame"; readonly path: string; readonly atSeconds: number | null };

/** Something to listen to. Stereo at 48 kHz in the end, faded and cut to length. */
export type SoundSource =
  /** What the words sound like: wind, sea, a city … */
  | { readonly play: "ambience"; readonly prompt: string; readonly seed: string }
  /** A synthetic voice that says so many syllables; not words, but of the length and rhythm of the text. */
  | { readonly play: "speech"; readonly text: string; readonly voice: string; readonly speed: number }
  /** A sound file, or the sound of a video; silence when it has none. */
  | { readonly play: "file"; readonly path: string; readonly fromSeconds: number; readonly untilSeconds: number | null }
  /** Several at once, each from its own moment on and as loud as told (1 = as it is). */
  | {
      readonly play: "mix";
      readonly parts: readonly {
        readonly source: SoundSource;
        readonly atSeconds: number;
        readonly volume: number;
      }[];
    };

export type Corner = "top-left" | "top-right" | "bottom-left" | "bottom-right";

/** A film: what it shows fills the frame, one after the other with a short dissolve, each for an equal share. */
export type FilmJob = {
  readonly type: "film";
  readonly widthPx: number;
  readonly heightPx: number;
  /** Whole frames per second. */
  readonly fps: number;
  /** Exactly `round(durationSeconds * fps)` frames. */
  readonly durationSeconds: number;
  readonly shots: readonly Source[];
  /** Shown small in a corner, for what a film refers to and does not consist of. */
  readonly insets: readonly { readonly source: Source; readonly corner: Corner }[];
  /** A few words low in the frame: an effect's name. */
  readonly caption: string | null;
  /** `pulse`: the picture breathes and turns a little, as effects do. `lips`: a mouth-like curve follows the sound's loudness. */
  readonly motion: "calm" | "pulse" | "lips";
  readonly sound: SoundSource | null;
  /** The file's name in `outDir`; H.264 MP4, moov first, AAC when there is sound. */
  readonly fileName: string;
  /** An existing directory of the caller's. */
  readonly outDir: string;
};

/** Where a source stands in a still, in shares of its width and height. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Still = {
  readonly fileName: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Fills the frame first; its blurred and stretched self when `isBlurred`, as a ground for what stands on it. */
  readonly ground: { readonly source: Source; readonly isBlurred: boolean };
  /** Stand on it whole, in this order, with soft edges when told. */
  readonly items: readonly { readonly source: Source; readonly box: Box; readonly hasSoftEdges: boolean }[];
  /** Keep only this ellipse, everything else transparent (PNG); null keeps all. */
  readonly cutOut: Box | null;
  readonly caption: string | null;
};

/** PNG files with the discreet sandbox mark; exactly the size that is asked for. */
export type StillsJob = { readonly type: "stills"; readonly stills: readonly Still[]; readonly outDir: string };

/** `{fileStem}.mp3` and `{fileStem}.wav`, both of exactly this length. */
export type SoundJob = {
  readonly type: "sound";
  readonly seconds: number;
  readonly source: SoundSource;
  readonly fileStem: string;
  readonly outDir: string;
};

/** Seconds that the synthetic voice takes for a text: about 4.5 syllables, or 4 Chinese characters, in a second. */
export function speechSeconds(text: string, speed: number): number {
  const characters = [...text].filter((character) => /\p{Script=Han}/u.test(character)).length;
  const letters = [...text].filter((character) => /[\p{L}\p{N}]/u.test(character)).length - characters;
  const seconds = characters / 4 + letters / 2.8 / 4.5;
  return Math.max(2, Math.round((seconds / speed) * 1000) / 1000);
}
