import { atMost } from "#lib/shared/at-most.ts";

/** Pieces of work of many callers, of which so many are done at a time. */
export function createBacklog(parallel: number) {
  const inTurn = atMost(parallel);
  let waiting = 0;
  return {
    /** Pieces of all callers that nobody has begun. */
    size: () => waiting,
    /**
     * Does these pieces one after the other. Those after one that fails are given up, and wait no longer.
     * @throws what the piece threw
     */
    async work<Piece>(pieces: readonly Piece[], doOne: (piece: Piece) => Promise<void>): Promise<void> {
      let own = pieces.length;
      waiting += own;
      try {
        for (const piece of pieces) {
          await inTurn(() => {
            own -= 1;
            waiting -= 1;
            return doOne(piece);
          });
        }
      } finally {
        waiting -= own;
      }
    },
  };
}
