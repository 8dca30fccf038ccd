/** What a limited child may tell its parent, one JSON object per message. */
export type ChildMessage =
  | { type: "progress"; fraction: number }
  | { type: "result"; value: unknown }
  | { type: "refused"; refusal: string; message: string }
  | { type: "failed"; message: string };

/** Reads a message of unknown shape: a child that was taken over by a bad file may send anything. */
export function readChildMessage(message: unknown): ChildMessage | null {
  if (!isRecord(message)) return null;
  switch (message.type) {
    case "progress":
      return typeof message.fraction === "number" && Number.isFinite(message.fraction)
        ? { type: "progress", fraction: Math.min(1, Math.max(0, message.fraction)) }
        : null;
    case "result":
      return { type: "result", value: message.value };
    case "refused":
      return { type: "refused", refusal: String(message.refusal), message: String(message.message) };
    case "failed":
      return { type: "failed", message: String(message.message) };
    default:
      return null;
  }
}

/** Narrows a value of unknown shape to one whose fields may be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
