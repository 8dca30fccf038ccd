"use client";

import { useTranslations } from "use-intl/react";
import { Chip } from "#components/ui/chip.tsx";
import type { MediaLimits } from "#lib/kling/media-limits.ts";
import type { OpenedFile } from "../opened-file.ts";
import { CropBox } from "../picture/crop-box.tsx";
import { allowedRatio, centredCrop } from "../picture/crop-geometry.ts";
import { useObjectUrl } from "../picture/use-object-url.ts";
import { WaveForm } from "../wave-form.tsx";
import { FilmStrip } from "./film-strip.tsx";
import { PlayPart, usePartPlayer } from "./preview.tsx";
import { TrimBar } from "./trim-bar.tsx";
import type { useFixChoice } from "./use-fix-choice.ts";

const RATIOS = [
  ["16:9", 16 / 9],
  ["9:16", 9 / 16],
  ["1:1", 1],
] as const;

type Props = { opened: OpenedFile; limits: MediaLimits; choice: ReturnType<typeof useFixChoice> };

/** Which area of a picture and which part of a film or a sound are kept. */
export function PartChooser({ opened, limits, choice }: Props) {
  const url = useObjectUrl(opened.file);
  const { bounds, range, crop, size } = choice;
  const player = usePartPlayer(range);
  if (url === null) return null;
  const isFilm = opened.facts.mime.startsWith("video/");
  return (
    <div className="flex flex-col gap-3">
      {crop !== null && size !== null && (
        <>
          <CropBox picture={size} maxRatio={choice.maxRatio} crop={crop} onChange={choice.setCrop}>
            {limits.type === "image" ? (
              // biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer
              <img src={url} alt="" draggable={false} className="size-full" />
            ) : (
              <video ref={player.media} src={url} muted playsInline aria-hidden className="size-full" />
            )}
          </CropBox>
          <RatioChips choice={choice} />
        </>
      )}
      {/* biome-ignore lint/a11y/useMediaCaption: a person's own sound, which has no captions */}
      {limits.type === "audio" && <audio ref={player.media} src={url} />}
      {bounds !== null && range !== null && (
        <>
          <TrimBar bounds={bounds} range={range} onChange={choice.setRange}>
            {isFilm && limits.type === "video" ? (
              <FilmStrip file={opened.file} />
            ) : (
              <WaveForm file={opened.file} />
            )}
          </TrimBar>
          <div>
            <PlayPart isPlaying={player.isPlaying} toggle={player.toggle} />
          </div>
        </>
      )}
    </div>
  );
}

function RatioChips({ choice }: Pick<Props, "choice">) {
  const t = useTranslations("intake.fixer");
  const { size, maxRatio } = choice;
  if (size === null) return null;
  const offered = RATIOS.filter(([, ratio]) => Math.max(ratio, 1 / ratio) <= maxRatio + RATIO_ROUNDING);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Chip
        pressed={false}
        onClick={() => choice.setCrop(() => centredCrop(size, allowedRatio(size, maxRatio)))}
      >
        {t("largest")}
      </Chip>
      {offered.map(([name, ratio]) => (
        <Chip key={name} pressed={false} onClick={() => choice.setCrop(() => centredCrop(size, ratio))}>
          {name}
        </Chip>
      ))}
    </div>
  );
}

const RATIO_ROUNDING = 1e-6;
