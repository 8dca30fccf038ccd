import type { RenderedPart } from "#lib/engine/parts/part.ts";

type Filmed = {
  /** Paths of the first and the last frame; at least one of them. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly prompt: string;
  readonly seed: string;
};

/** A picture that the camera goes from or comes to, as the words steer it, or the passage from one to another. */
export function filmed({ first, last, prompt, seed }: Filmed): RenderedPart {
  const words = { by: "words", prompt, seed } as const;
  if (first === undefined) {
    if (last === undefined) throw new Error("a film of a picture without one");
    return { draw: "filmed picture", image: last, isLast: true, guide: words };
  }
  const guide = last === undefined ? words : ({ by: "last frame", imageTail: last } as const);
  return { draw: "filmed picture", image: first, guide };
}
