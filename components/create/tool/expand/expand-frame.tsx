"use client";

import { X } from "lucide-react";
import type { CSSProperties } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { assetUrl } from "#lib/client/assets.ts";
import { areaFactor, EXPANSION_LIMITS, type Expansion } from "#lib/kling/expansion.ts";
import { mediaForm } from "#lib/kling/media.ts";
import type { InstrumentProps } from "../instruments.tsx";
import { expansionOf, patchOfExpansion, pictureOf } from "./expansion-in-draft.ts";
import { FrameHandles } from "./frame-handles.tsx";
import { FrameShapes } from "./frame-shapes.tsx";
import { placeIn, type Rect } from "./frame-view.ts";
import { useFrameDrag } from "./use-frame-drag.ts";

/** The picture, and around it the frame that it is to fill: dragged, moved by arrow keys, or chosen by its shape. */
export function ExpandFrame({ tool, field }: InstrumentProps) {
  const t = useTranslations("create.expand");
  const words = useWords();
  const { state, status, dispatch } = tool;
  const expansion = expansionOf(state.draft);
  const picture = pictureOf(state.draft, state.known);
  const write = (next: Expansion) => dispatch({ type: "patch", patch: patchOfExpansion(next) });
  const { plane, view, frame, isDragging, gesturesOf } = useFrameDrag({
    expansion,
    picture: picture.size,
    onChange: write,
  });
  const [whole] = status.output.images;
  return (
    <section aria-label={words(field.label)} className="flex min-h-0 flex-1 flex-col gap-2">
      <div className="relative flex min-h-64 flex-1 items-center justify-center overflow-hidden rounded-lg bg-sunken [container-type:size]">
        <div ref={plane} style={fitted(view)} className="relative select-none">
          <div
            style={placeIn(view, frame)}
            className={classNames(
              "absolute bg-[repeating-linear-gradient(45deg,var(--color-accent-soft)_0_8px,transparent_8px_16px)]",
              !isDragging && GLIDE,
            )}
          />
          <Picture
            reference={picture.reference}
            style={placeIn(view, { x: 0, y: 0, ...picture.size })}
            className={isDragging ? undefined : GLIDE}
          />
          <div
            style={placeIn(view, frame)}
            className={classNames("absolute outline-2 outline-accent outline-dashed", !isDragging && GLIDE)}
          >
            <FrameHandles gesturesOf={gesturesOf} />
          </div>
        </div>
        <IconButton
          label={t("remove")}
          variant="overlay"
          onClick={() => dispatch({ type: "patch", patch: { image: undefined } })}
          className="absolute top-2 right-2"
        >
          <X aria-hidden />
        </IconButton>
        <p
          role="status"
          className="pointer-events-none absolute bottom-2 left-2 rounded-sm bg-black/60 px-2 py-0.5 text-xs text-white tabular-nums"
        >
          {t("whole", {
            width: whole?.widthPx ?? 0,
            height: whole?.heightPx ?? 0,
            area: Math.round(areaFactor(expansion) * 10) / 10,
            max: EXPANSION_LIMITS.maxAreaFactor,
          })}
        </p>
      </div>
      <FrameShapes expansion={expansion} picture={picture.size} onChange={write} />
    </section>
  );
}

/** Once it is let go of, the view moves to where the frame is in its middle again; at once for those who want no motion. */
const GLIDE = "motion-safe:transition-[left,top,width,height] motion-safe:duration-200";

/** As large as its place lets it be, in the view's shape. */
function fitted({ widthPx, heightPx }: Rect): CSSProperties {
  const ratio = widthPx / heightPx;
  return { width: `min(100cqw, ${100 * ratio}cqh)`, aspectRatio: String(ratio) };
}

type PictureProps = { reference: string; style: CSSProperties; className: string | undefined };

function Picture({ reference, style, className }: PictureProps) {
  const t = useTranslations("create.expand");
  if (mediaForm(reference) !== "asset")
    return (
      <p
        style={style}
        className={classNames("absolute flex items-center justify-center bg-raised text-xs", className)}
      >
        {t("elsewhere")}
      </p>
    );
  return (
    // biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer
    <img
      src={assetUrl(reference, "content")}
      alt={t("picture")}
      draggable={false}
      style={style}
      className={classNames("absolute max-w-none shadow-card", className)}
    />
  );
}
