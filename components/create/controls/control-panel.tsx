"use client";

import { memo, type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { MAX_TAKES } from "#lib/contract/takes.ts";
import { modesFor } from "#lib/kling/capabilities.ts";
import type { Draft } from "#lib/kling/draft.ts";
import { MODE_NAMES, type Mode } from "#lib/kling/fields.ts";
import type { Options } from "#lib/kling/options.ts";
import { type OutputSpec, resolutionOf } from "#lib/kling/output.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import type { CreateAction } from "../create-state.ts";
import { GuideSwitch } from "../guide/guide-switch.tsx";
import { chipsOf } from "./chips.ts";
import { ConnectionControl } from "./connection-control.tsx";
import { DurationControl } from "./duration-control.tsx";
import { ModelControl } from "./model-control.tsx";
import { OutputLine } from "./output-line.tsx";
import { RatioIcon } from "./ratio-icon.tsx";
import type { Settings } from "./settings.ts";

export type ControlPanelProps = {
  settings: Settings;
  options: Options;
  output: OutputSpec;
  takes: number;
  connections: readonly ConnectionView[];
  connectionId: string | null;
  /** The clip, as far as its settings say. */
  request: ClipRequest;
  dispatch: (action: CreateAction) => void;
};

const TAKES = [1, 2, 3, 4, 6, 8].filter((takes) => takes <= MAX_TAKES);

/** Every setting of the clip. What cannot be chosen now says why, and how it could be. */
export const ControlPanel = memo(function ControlPanel(props: ControlPanelProps) {
  const { settings, options, output, takes, connections, connectionId, request, dispatch } = props;
  const t = useTranslations("create.controls");
  const words = useWords();
  const onPatch = (patch: Partial<Draft>) => dispatch({ type: "edit", patch });
  const { mode, aspect_ratio, sound, cfg_scale } = settings;
  return (
    <div className="flex flex-col gap-6">
      <ModelControl {...{ settings, options, onPatch }} />
      {options.mode.exists ? (
        <OptionChips
          label={t("mode")}
          options={chipsOf({
            choices: options.mode.choices,
            selected: mode,
            looks: (value) => ({ label: words(MODE_NAMES[value]), ...qualityOf(settings, value) }),
            words,
            onPatch,
          })}
          onSelect={(value) => onPatch({ mode: value })}
        />
      ) : (
        <Told label={t("mode")}>{options.mode.absence && words(options.mode.absence)}</Told>
      )}
      <DurationControl {...{ settings, options, onPatch }} />
      {options.aspect_ratio.exists ? (
        <OptionChips
          label={t("ratio")}
          options={chipsOf({
            choices: options.aspect_ratio.choices,
            selected: aspect_ratio,
            looks: (value) => ({ label: value, icon: <RatioIcon ratio={value} /> }),
            words,
            onPatch,
          })}
          onSelect={(value) => onPatch({ aspect_ratio: value })}
        />
      ) : (
        <Told label={t("ratio")}>{options.aspect_ratio.absence && words(options.aspect_ratio.absence)}</Told>
      )}
      {settings.kind === "text2video" && <GuideSwitch {...{ settings, options, onPatch }} />}
      <OptionChips
        label={t("sound")}
        options={chipsOf({
          choices: options.sound.choices.toReversed(),
          selected: sound,
          looks: (value) => ({ label: t(`sounds.${value}`) }),
          words,
          onPatch,
        })}
        onSelect={(value) => onPatch({ sound: value })}
      />
      {options.cfg_scale.exists && (
        <Slider
          label={t("cfg")}
          value={cfg_scale ?? options.cfg_scale.default}
          min={options.cfg_scale.min}
          max={options.cfg_scale.max}
          step={options.cfg_scale.step}
          onValueChange={(value) => onPatch({ cfg_scale: value })}
          formatValue={(value) => value.toFixed(2)}
          ends={[t("cfgFree"), t("cfgStrict")]}
        />
      )}
      <OptionChips
        label={t("takes")}
        note={t("takesNote")}
        options={TAKES.map((count) => ({
          value: String(count),
          label: String(count),
          state: count === takes ? "selected" : "available",
        }))}
        onSelect={(value) => dispatch({ type: "set-takes", takes: Number(value) })}
      />
      <ConnectionControl {...{ connections, connectionId, request, dispatch }} />
      <OutputLine output={output} />
    </div>
  );
});

/** The resolution of a mode; nothing for one that the model does not have. */
function qualityOf({ kind, model_name }: Settings, mode: Mode): { detail?: string } {
  if (!modesFor(kind, model_name).includes(mode)) return {};
  const resolution = resolutionOf(model_name, mode);
  return { detail: resolution === "4k" ? "2160p" : resolution };
}

/** A setting that is not the person's to make here, with what it will be. */
function Told({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <p className="mb-1 text-sm font-medium">{label}</p>
      <p className="text-sm text-muted">{children}</p>
    </div>
  );
}
