import { openEnvelope, type UpstreamAnswer } from "#lib/kling/dialects/native-envelope.ts";
import { presetElementsIn, presetVoicesIn } from "#lib/kling/dialects/native-presets.ts";
import { type Dialect, pathOf } from "#lib/kling/endpoints.ts";
import type { LibraryKind } from "#lib/kling/library.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { Call } from "./sent.ts";
import type { Transport } from "./transport.ts";

type LibraryCalls = Pick<Provider, "presetElements" | "presetVoices" | "deleteKept">;

/** The largest page there is (§1.4); how many presets there are is stated nowhere. */
const PAGE = { pageNum: "1", pageSize: "500" } as const;

/** Something by this id is not there, or not any more (§1.4, §4.4 live). */
const UNKNOWN_CODES: readonly number[] = [1201, 1203];

/** What stays in an account and is no task: presets, and the deletion of what tasks have made (§4.3, §4.4, §10.3). */
export function libraryCalls(dialect: Dialect, transport: Transport): LibraryCalls {
  const presetElements: LibraryCalls["presetElements"] = async (kind, signal) => {
    const path = presetPath(dialect, kind);
    if (path === null) return null;
    return presetElementsIn(valueOrThrow(await ask(transport, { method: "GET", path, query: PAGE, signal })));
  };
  const deleteKept: LibraryCalls["deleteKept"] = async ({ kind, id }, signal) => {
    const call = deletion(dialect, kind, id);
    if (call === null) return "kept";
    const answer = await ask(transport, { method: "POST", ...call, signal });
    if (!answer.ok && answer.code !== undefined && UNKNOWN_CODES.includes(answer.code)) return "gone";
    valueOrThrow(answer);
    return "deleted";
  };
  switch (dialect) {
    case "generations":
      return {};
    case "unified":
      return { presetElements, deleteKept };
    case "native":
      return {
        presetElements,
        deleteKept,
        async presetVoices(signal) {
          const path = pathOf({ dialect, operation: "list_preset_voices" });
          return presetVoicesIn(
            valueOrThrow(await ask(transport, { method: "GET", path, query: PAGE, signal })),
          );
        },
      };
  }
}

function presetPath(dialect: Dialect, kind: LibraryKind): string | null {
  if (dialect === "unified" && kind !== "custom-elements") return null;
  return pathOf({ dialect, kind, operation: "list_preset_elements" });
}

function deletion(dialect: Dialect, kind: LibraryKind, id: string): Pick<Call, "path" | "body"> | null {
  if (kind === "custom-voices")
    return dialect === "native"
      ? { path: pathOf({ dialect, operation: "delete_voice" }), body: { voice_id: id } }
      : null;
  if (dialect === "unified" && kind !== "custom-elements") return null;
  // The older library's path belongs to no kind in Kling's own dialect (§4.3).
  const isShared = dialect === "native" && kind === "custom-elements";
  const path = pathOf({ dialect, operation: "delete_element", ...(!isShared && { kind }) });
  return { path, body: { element_id: id } };
}

async function ask(transport: Transport, call: Omit<Call, "operation">): Promise<UpstreamAnswer<unknown>> {
  const sent = await transport({ operation: "library", ...call });
  if (sent.type === "answered") return openEnvelope(sent.body);
  throw unavailable(sent.message);
}

function valueOrThrow(answer: UpstreamAnswer<unknown>): unknown {
  if (answer.ok) return answer.value;
  throw unavailable(answer.message);
}

function unavailable(message: string): AppError {
  return new AppError("provider_unavailable", message, { retryable: true });
}
