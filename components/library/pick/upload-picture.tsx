"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { assetListKey, uploadAsset } from "#lib/client/assets.ts";
import type { Asset } from "#lib/contract/assets.ts";

/** A picture from this device; the same bytes twice are the same file. */
export function UploadPicture({ onStored }: { onStored: (asset: Asset) => void }) {
  const t = useTranslations("library.pick");
  const input = useRef<HTMLInputElement>(null);
  const problemText = useProblemText();
  const client = useQueryClient();
  const upload = useMutation({
    mutationFn: (file: File) =>
      uploadAsset({ file, name: file.name, onProgress: () => {}, signal: new AbortController().signal }),
    onSuccess: async (asset) => {
      await client.invalidateQueries({ queryKey: assetListKey });
      onStored(asset);
    },
    onError: (problem) =>
      showToast({ tone: "danger", title: t("uploadFailed"), description: problemText(problem).line }),
  });
  return (
    <>
      <Button busy={upload.isPending} icon={<Upload aria-hidden />} onClick={() => input.current?.click()}>
        {t("upload")}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png"
        tabIndex={-1}
        aria-label={t("upload")}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file !== undefined) upload.mutate(file);
        }}
      />
    </>
  );
}
