"use client";

import { useTranslations } from "use-intl/react";
import type { Operation } from "#lib/motion/document.ts";
import { pathLengthPx } from "#lib/motion/path/edit-path.ts";
import type { BrushSession } from "../session/brush-session.ts";
import type { Saying } from "../session/saying.ts";
import { useSaying } from "../session/use-brush-session.ts";
import { useLabelName } from "./label-names.ts";

/** Tells every change to those who do not see it. */
export function LiveRegion({ session }: { session: BrushSession }) {
  const saying = useSaying(session);
  const words = useSayingWords();
  return (
    <p role="status" className="sr-only">
      {saying === null ? "" : words(saying)}
    </p>
  );
}

function useSayingWords(): (saying: Saying) => string {
  const t = useTranslations("motion");
  const operationWords = useOperationWords();
  return (saying) => {
    switch (saying.type) {
      case "done":
        return operationWords(saying.operation);
      case "undone":
        return t("said.undone", { what: operationWords(saying.operation) });
      case "redone":
        return t("said.redone", { what: operationWords(saying.operation) });
      case "hint":
        return t(`hints.${saying.hint}`);
    }
  };
}

function useOperationWords(): (operation: Operation) => string {
  const t = useTranslations("motion.said");
  const nameOf = useLabelName();
  return (operation) => {
    switch (operation.type) {
      case "stroke":
      case "shape":
      case "fill":
      case "runs":
        return operation.label === null ? t("erased") : t("stroke", { name: nameOf(operation.label) });
      case "clear":
        return t("clear", { name: nameOf(operation.label) });
      case "path": {
        const { path } = operation;
        const name = nameOf(operation.region);
        if (path.length === 0) return t("pathRemoved", { name });
        return t("path", { name, pixels: Math.round(pathLengthPx(path)), points: path.length });
      }
    }
  };
}
