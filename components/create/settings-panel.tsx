"use client";

import { useMemo } from "react";
import { defaultDraft, toRequest } from "#lib/kling/draft.ts";
import { outputSpec } from "#lib/kling/output.ts";
import { ControlPanel } from "./controls/control-panel.tsx";
import type { Settings } from "./controls/settings.ts";
import type { Create } from "./use-create.ts";
import { useOptions } from "./use-options.ts";

/** The controls, given only what they depend on: they are not drawn anew with every letter of the prompt. */
export function SettingsPanel({ create }: { create: Create }) {
  const { state, connections, store } = create;
  const { draft, sizes, takes, connectionId } = state;
  const { kind, model_name, mode, duration, aspect_ratio, sound, cfg_scale } = draft;
  const settings = useMemo(
    (): Settings => ({ kind, model_name, mode, duration, aspect_ratio, sound, cfg_scale }),
    [kind, model_name, mode, duration, aspect_ratio, sound, cfg_scale],
  );
  const options = useOptions(draft);
  const size = sizes.image ?? sizes.image_tail ?? undefined;
  const output = useMemo(
    () => outputSpec(toRequest({ ...defaultDraft(settings.kind), ...settings }), size),
    [settings, size],
  );
  return (
    <ControlPanel
      {...{ settings, options, output, takes, connections, connectionId }}
      dispatch={store.dispatch}
    />
  );
}
