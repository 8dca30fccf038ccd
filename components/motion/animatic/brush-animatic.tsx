"use client";

import { X } from "lucide-react";
import { useMemo, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl/react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Shot } from "#lib/motion/scene/motion-scene.ts";
import type { BrushSession } from "../session/brush-session.ts";
import { AnimaticPlayer } from "./animatic-player.tsx";

type Props = {
  session: BrushSession;
  image: HTMLImageElement;
  seconds: number;
  onClose: () => void;
};

/** What has been painted, playing in a corner of the picture while one goes on. */
export function BrushAnimatic({ session, image, seconds, onClose }: Props) {
  const t = useTranslations("motion.animatic");
  const readSteps = () => session.history.document;
  const steps = useSyncExternalStore(session.subscribe, readSteps, readSteps);
  const picture = useMemo(
    () => ({ source: image, widthPx: image.naturalWidth, heightPx: image.naturalHeight }),
    [image],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step changes the labels in place, a stroke in progress is none
  const shots = useMemo((): readonly Shot[] => {
    const { labels, paths } = session.history;
    return [{ seconds, caption: null, content: { content: "regions", picture, labels, paths } }];
  }, [session, steps, picture, seconds]);
  return (
    <AnimaticPlayer
      label={t("brush")}
      shape={picture}
      shots={shots}
      isHeld={() => session.state().gesture.mode === "painting"}
      actions={
        <IconButton label={t("close")} onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      }
      className="absolute top-2 right-2 max-h-[70%] w-[min(26rem,72%)] overflow-hidden rounded-lg bg-surface shadow-raised"
    />
  );
}
