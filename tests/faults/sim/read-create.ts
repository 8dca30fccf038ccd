import type { Dialect, Endpoint } from "#lib/kling/endpoints.ts";
import { parseLossless } from "#lib/kling/json.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";

/** A create as the simulator needs it: it judges no parameters, the map does that before anything is sent. */
export type CreateOrder = {
  readonly account: string;
  readonly dialect: Dialect;
  readonly kind: TaskKind;
  readonly externalId: string | null;
  readonly callbackUrl: string | null;
  readonly prompt: string;
  readonly model: string;
  readonly seconds: string;
};

/** Null for a body that is no JSON object, as one is that was cut off. */
export function readCreate(
  body: string,
  { account, endpoint }: { account: string; endpoint: Endpoint },
): CreateOrder | null {
  const fields = parse(body);
  if (fields === null) return null;
  const text = (name: string) =>
    fields[name] === undefined || fields[name] === "" ? null : String(fields[name]);
  return {
    account,
    dialect: endpoint.dialect,
    kind: endpoint.kind ?? (text("image") === null ? "text2video" : "image2video"),
    externalId: text("external_task_id"),
    callbackUrl: text("callback_url"),
    prompt: text("prompt") ?? "",
    model: text("model") ?? text("model_name") ?? "",
    seconds: text("seconds") ?? text("duration") ?? "5",
  };
}

function parse(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = parseLossless(body);
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : null;
  } catch {
    return null;
  }
}
