"use client";

import { type ReactNode, useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { AnimaticPlayer } from "#components/motion/animatic/animatic-player.tsx";
import { useLoadedPicture } from "#components/motion/animatic/use-loaded-picture.ts";
import { samplePicture } from "#components/motion/camera/sample-picture.ts";
import { PictureTrouble } from "#components/motion/stage/picture-trouble.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import { cameraControlOf, guideOf } from "#lib/kling/draft.ts";
import { mediaForm } from "#lib/kling/media.ts";
import { endOf } from "#lib/motion/camera.ts";
import { BrushHistory } from "#lib/motion/history/brush-history.ts";
import type { Picture, Shot, ShotContent } from "#lib/motion/scene/motion-scene.ts";
import type { ReadClip } from "./read-clip.ts";

type Props = { clip: ReadClip; label: string };

/** The clip's geometry as its maker sees it: the picture with what leads it, playing. Nothing for a prompt alone. */
export function SharedAnimatic({ clip, label }: Props) {
  const { draft } = clip.state;
  if (draft.kind === "text2video")
    return guideOf(draft) === "camera" ? <OnSample {...{ clip, label }} /> : null;
  if (draft.image === null || mediaForm(draft.image) !== "asset") return null;
  return <OnPictures {...{ clip, label }} first={draft.image} />;
}

const FRAME = "overflow-hidden rounded-xl border border-line bg-stage";

function OnSample({ clip, label }: Props) {
  const [picture] = useState(samplePicture);
  const [widthPx = 16, heightPx = 9] = clip.state.draft.aspect_ratio.split(":").map(Number);
  return <Play {...{ clip, label, picture }} last={null} shape={{ widthPx, heightPx }} />;
}

function OnPictures({ clip, label, first }: Props & { first: string }) {
  const t = useTranslations("motion.animatic");
  const { draft } = clip.state;
  const tail = guideOf(draft) === "frames" ? draft.image_tail : null;
  const hasTail = tail !== null && mediaForm(tail) === "asset";
  const from = useLoadedPicture(assetUrl(first, "content"));
  const to = useLoadedPicture(hasTail ? assetUrl(tail, "content") : null);
  const broken = [from, to].find((loaded) => loaded.step === "broken");
  if (broken?.step === "broken")
    return (
      <div className={`relative aspect-video ${FRAME}`}>
        <PictureTrouble onRetry={broken.onRetry} next={t("brokenNext")} />
      </div>
    );
  if (from.step !== "loaded" || (hasTail && to.step !== "loaded"))
    return <Skeleton className="aspect-video w-full" />;
  const last = to.step === "loaded" ? to.picture : null;
  return <Play {...{ clip, label, last }} picture={from.picture} shape={from.picture} />;
}

type PlayProps = Props & {
  picture: Picture;
  last: Picture | null;
  shape: { widthPx: number; heightPx: number };
};

function Play({ clip, label, picture, last, shape }: PlayProps): ReactNode {
  const shots = useMemo(
    (): readonly Shot[] => [
      {
        seconds: Number(clip.state.draft.duration),
        caption: null,
        content: contentOf(clip, { picture, last }),
      },
    ],
    [clip, picture, last],
  );
  return <AnimaticPlayer {...{ label, shape, shots }} className={`max-h-[70dvh] ${FRAME}`} />;
}

function contentOf(
  { state: { draft }, drawing }: ReadClip,
  { picture, last }: { picture: Picture; last: Picture | null },
): ShotContent {
  switch (guideOf(draft)) {
    case "frames":
      return last === null ? { content: "still", picture } : { content: "frames", first: picture, last };
    case "camera": {
      const control = cameraControlOf(draft);
      if (control === undefined) return { content: "still", picture };
      return { content: "camera", picture, end: endOf(control) };
    }
    case "brush": {
      if (drawing === null || drawing.size.widthPx !== picture.widthPx) return { content: "still", picture };
      const { labels, paths } = new BrushHistory(drawing);
      return { content: "regions", picture, labels, paths };
    }
  }
}
