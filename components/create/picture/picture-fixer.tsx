"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { CropBox } from "./crop-box.tsx";
import { type Crop, centredCrop, sizeToWrite } from "./crop-geometry.ts";
import type { OpenedPicture } from "./open-picture.ts";
import { type RewrittenPicture, rewritePicture } from "./rewrite-picture.ts";
import { useObjectUrl } from "./use-object-url.ts";

const RATIOS = [
  ["16:9", 16 / 9],
  ["9:16", 9 / 16],
  ["1:1", 1],
] as const;

type Props = {
  picture: OpenedPicture;
  onFixed: (picture: RewrittenPicture) => void;
  onCancel: () => void;
};

/** A picture that would be refused: why, and one click that makes it fit. What is cut off can be chosen. */
export function PictureFixer({ picture, onFixed, onCancel }: Props) {
  const t = useTranslations("create.fixer");
  const words = useWords();
  const url = useObjectUrl(picture.file);
  const [crop, setCrop] = useState<Crop>(() => centredCrop(picture.size));
  const [isWorking, setWorking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const written = sizeToWrite(crop);

  const fix = async () => {
    setWorking(true);
    try {
      onFixed(await rewritePicture(picture, crop));
    } catch {
      // Too large for this device's canvas, or no memory left: the browser says no more than that it failed.
      setFailed(true);
      setWorking(false);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onCancel()}
      title={t("title")}
      size="lg"
      footer={
        <>
          <Button onClick={onCancel}>{t("cancel")}</Button>
          <Button variant="primary" busy={isWorking} onClick={fix}>
            {t("use")}
          </Button>
        </>
      }
    >
      <ul className="mb-3 flex flex-col gap-1 text-sm">
        {picture.problems.map((problem) => (
          <li key={problem.code} className="flex flex-wrap gap-x-2">
            <span className="font-medium">{words(problem.message)}</span>
            <span className="text-muted">{t(`fixes.${problem.fix.kind}`)}</span>
          </li>
        ))}
      </ul>
      {url && <CropBox url={url} picture={picture.size} crop={crop} onChange={setCrop} />}
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Chip pressed={false} onClick={() => setCrop(centredCrop(picture.size))}>
          {t("largest")}
        </Chip>
        {RATIOS.map(([name, ratio]) => (
          <Chip key={name} pressed={false} onClick={() => setCrop(centredCrop(picture.size, ratio))}>
            {name}
          </Chip>
        ))}
        <p className="ml-auto text-sm text-muted tabular-nums">
          {t("result", { width: written.widthPx, height: written.heightPx })}
        </p>
      </div>
      {hasFailed && (
        <Notice tone="danger" className="mt-3">
          {t("failed")}
        </Notice>
      )}
    </Dialog>
  );
}
