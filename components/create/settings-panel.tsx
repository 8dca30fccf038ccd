"use client";

import { useMemo } from "react";
import { defaultDraft, toRequest } from "#lib/kling/draft.ts";
import { outputSpec } from "#lib/kling/output.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import { SOME_MASKS } from "./brush/some-masks.ts";
import { ControlPanel } from "./controls/control-panel.tsx";
import type { Settings } from "./controls/settings.ts";
import type { Create } from "./use-create.ts";
import { useOptions } from "./use-options.ts";

/** The controls, given only what they depend on: they are not drawn anew with every letter of the prompt. */
export function SettingsPanel({ create }: { create: Create }) {
  const { state, connections, store } = create;
  const { draft, sizes, takes, connectionId } = state;
  const { kind, model_name, mode, duration, aspect_ratio, sound, cfg_scale, guide, camera_type } = draft;
  const settings = useMemo(
    (): Settings => ({
      kind,
      model_name,
      mode,
      duration,
      aspect_ratio,
      sound,
      cfg_scale,
      guide,
      camera_type,
    }),
    [kind, model_name, mode, duration, aspect_ratio, sound, cfg_scale, guide, camera_type],
  );
  const options = useOptions(draft);
  const size = sizes.image ?? sizes.image_tail ?? undefined;
  const hasEndFrame = draft.image_tail !== null;
  const request = useMemo(() => requestOf(settings, hasEndFrame), [settings, hasEndFrame]);
  const output = useMemo(() => outputSpec(request, size), [request, size]);
  return (
    <ControlPanel
      {...{ settings, options, output, takes, connections, connectionId, request }}
      dispatch={store.dispatch}
    />
  );
}

/** What a picture is taken for where only whether there is one matters. */
const SOME_PICTURE = "picture";

/** The clip as its settings say; its words and pictures are not known here. */
function requestOf(settings: Settings, hasEndFrame: boolean): ClipRequest {
  const draft = { ...defaultDraft(settings.kind), ...settings, camera_value: 1 };
  if (settings.kind === "text2video") return toRequest(draft);
  const pictures = { image: SOME_PICTURE, image_tail: hasEndFrame ? SOME_PICTURE : null };
  return toRequest({ ...draft, ...pictures }, SOME_MASKS);
}
