"use client";

import { Download } from "lucide-react";
import type { CSSProperties } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { assetUrl } from "#lib/client/assets.ts";
import type { TaskOutput } from "#lib/contract/tasks.ts";
import { columnsFor } from "./picture-columns.ts";

type Props = { pictures: readonly TaskOutput[]; prompt: string };

/** What is left of the stage above its footer, about: `stage.tsx` makes it taller on a phone when several are on it. */
const BOX_RATIOS = { phone: 0.9, desktop: 1.7 } as const;

type Columns = CSSProperties & { "--columns": number; "--columns-wide": number };

/** The pictures of a take, all of them at once and as large as they can be; each opens and is saved by itself. */
export function TakePictures({ pictures, prompt }: Props) {
  const nameOf = usePictureNames(pictures, prompt);
  const [first] = pictures;
  if (first === undefined) return null;
  if (pictures.length === 1) return <Picture picture={first} name={nameOf(first, 0)} isAlone />;
  const columns: Columns = {
    "--columns": columnsFor(pictures.length, first, BOX_RATIOS.phone),
    "--columns-wide": columnsFor(pictures.length, first, BOX_RATIOS.desktop),
  };
  return (
    <ul
      data-several=""
      style={columns}
      className="absolute inset-0 grid auto-rows-fr grid-cols-[repeat(var(--columns),minmax(0,1fr))] gap-1 p-1 lg:grid-cols-[repeat(var(--columns-wide),minmax(0,1fr))]"
    >
      {pictures.map((picture, index) => (
        <li key={picture.position} className="relative min-h-0 overflow-hidden rounded-sm">
          <Picture picture={picture} name={nameOf(picture, index)} />
        </li>
      ))}
    </ul>
  );
}

type PictureProps = { picture: TaskOutput; name: PictureName; isAlone?: boolean };

function Picture({ picture: { assetId, widthPx, heightPx }, name, isAlone = false }: PictureProps) {
  const t = useTranslations("create.take");
  return (
    <>
      <a href={assetUrl(assetId, "content")} target="_blank" rel="noreferrer" className="absolute inset-0">
        {/* biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer */}
        <img
          src={assetUrl(assetId, isAlone ? "content" : "poster")}
          alt={name.full}
          width={widthPx}
          height={heightPx}
          className="absolute inset-0 size-full object-contain"
        />
      </a>
      {name.part && (
        <p className="pointer-events-none absolute top-1 left-1 max-w-[calc(100%-0.5rem)] truncate rounded-sm bg-black/60 px-1.5 py-0.5 text-xs text-white">
          {name.part}
        </p>
      )}
      {!isAlone && (
        <a
          href={assetUrl(assetId, "download")}
          download
          aria-label={t("downloadOne", { name: name.full })}
          data-tooltip={t("download")}
          className={classNames(
            "control-square absolute right-0 bottom-0 inline-flex items-end justify-end p-1 text-white",
            "[&_span]:rounded-sm [&_span]:bg-black/60 [&_span]:p-1 hover:[&_span]:bg-black/80 [&_svg]:size-4",
          )}
        >
          <span>
            <Download aria-hidden />
          </span>
        </a>
      )}
    </>
  );
}

type PictureName = { readonly full: string; readonly part: string | undefined };

/** What each is called: the part or the view that it shows, or its number and the words that it was made of. */
function usePictureNames(pictures: readonly TaskOutput[], prompt: string) {
  const t = useTranslations("create.take");
  return ({ label, position }: TaskOutput, index: number): PictureName => {
    const part = partOf(label);
    if (part !== undefined) {
      const alike = pictures.filter((picture) => picture.label === label);
      const set = alike.findIndex((picture) => picture.position === position) + 1;
      const name = alike.length > 1 ? t("partOfSet", { set, part: t(part) }) : t(part);
      return { full: name, part: name };
    }
    const number = index + 1;
    return {
      full: prompt ? t("picture", { number, prompt }) : t("pictureUntold", { number }),
      part: undefined,
    };
  };
}

function partOf(label: TaskOutput["label"]) {
  switch (label) {
    case "object_seg":
    case "head_seg":
    case "face_seg":
    case "cloth_seg":
    case "view_1":
    case "view_2":
    case "view_3":
      return `parts.${label}` as const;
    case "image":
    case "series_image":
    case "video":
    case "face":
    case "audio_mp3":
    case "audio_wav":
    case "normalized_video":
    case "voice_trial":
      return undefined;
  }
}
