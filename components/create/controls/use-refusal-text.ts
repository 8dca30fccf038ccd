import { useTranslations } from "use-intl/react";
import { useWords } from "#components/ui/use-words.ts";
import { GUIDE_NAMES, type Guide } from "#lib/kling/guides.ts";
import type { ConnectionRefusal } from "./connection-refusal.ts";

const NAMED_FIELDS = ["model_name", "mode"] as const;

/** What leads a picture goes by its own name, however many fields it takes. */
const GUIDE_OF_FIELD: Readonly<Record<string, Guide>> = {
  dynamic_masks: "brush",
  static_mask: "brush",
  camera_control: "camera",
};

/** Says why a clip is not made at a connection, in the reader's language. */
export function useRefusalText(): (refusal: ConnectionRefusal) => string {
  const t = useTranslations("create.controls");
  const words = useWords();
  const nameOf = (field: string) => {
    const guide = GUIDE_OF_FIELD[field];
    if (guide !== undefined) return words(GUIDE_NAMES[guide]);
    const known = NAMED_FIELDS.find((it) => it === field);
    return known === undefined ? field : t(known === "model_name" ? "model" : known);
  };
  return (refusal) => {
    switch (refusal.kind) {
      case "off":
        return t("connectionOff");
      case "paused":
        return t("connectionPaused");
      case "dialect":
        return t("connectionDialect", { fields: [...new Set(refusal.fields.map(nameOf))].join(", ") });
      case "map":
        return words(refusal.message);
    }
  };
}
