/**
 * What the network may do to one connection. The words are Toxiproxy's, and those it lacks: `drop_after_request`, `half_open`,
 * `truncate_at`, `wrong_length`, `dup`.
 */
export type Toxic =
  | { readonly type: "latency"; readonly ms: number }
  /** Nobody listens. */
  | { readonly type: "down" }
  | { readonly type: "bandwidth"; readonly bytesPerSecond: number }
  /** The end of the answer comes late. */
  | { readonly type: "slow_close"; readonly ms: number }
  /** Nothing passes, and after this time the connection ends; never with 0. */
  | { readonly type: "timeout"; readonly ms: number }
  | { readonly type: "reset_peer" }
  /** The answer comes in pieces of so many bytes. */
  | { readonly type: "slicer"; readonly bytes: number }
  /** The connection ends after so many bytes of the answer. */
  | { readonly type: "limit_data"; readonly bytes: number }
  /** The whole request arrives, the answer is thrown away and the connection reset. */
  | { readonly type: "drop_after_request" }
  /** The request arrives; of the answer nothing is heard, nor of the connection's end. */
  | { readonly type: "half_open" }
  /** The answer ends properly in the middle of its head, its body, or wherever this byte is. */
  | { readonly type: "truncate_at"; readonly bytes: number }
  /** The head announces this many bytes more than come. */
  | { readonly type: "wrong_length"; readonly more: number }
  /** The request arrives twice, over two connections; the second answer is thrown away. */
  | { readonly type: "dup" };

/** The head of a request, as far as a network that peeks can tell. */
export type Peek = {
  /** Counts connections from 1. */
  readonly n: number;
  readonly method: string;
  readonly path: string;
};

/** Decided once per connection, when its first bytes have come; pure, so that a run can be played again. */
export type ToxicScript = (peek: Peek) => Toxic | null;
