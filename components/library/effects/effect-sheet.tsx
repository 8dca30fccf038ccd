"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Sheet } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { effectLink } from "#lib/client/create-link.ts";
import { effectFacts } from "#lib/kling/effect-facts.ts";
import { effectName } from "#lib/kling/effect-names.ts";
import type { EffectScene } from "#lib/kling/effects.ts";
import { Fact, FactList } from "../fact-list.tsx";

const API_PAGE = "/docs/api?operation=create_effects";

type Props = { scene: EffectScene | null; onClose: () => void };

/** Everything that is known of one effect, and where each statement was read. */
export function EffectSheet({ scene, onClose }: Props) {
  const t = useTranslations("library.effects");
  const words = useWords();
  const [shown, setShown] = useState(scene);
  if (scene !== null && scene !== shown) setShown(scene); // it stays while it closes
  if (shown === null) return null;
  const link = effectLink(shown.id);
  return (
    <Sheet
      open={scene !== null}
      onOpenChange={(open) => !open && onClose()}
      title={words(effectName(shown.id))}
      footer={
        link !== null && shown.discontinued === undefined ? (
          <ButtonLink href={link} variant="primary">
            {t("use")}
          </ButtonLink>
        ) : (
          <ButtonLink href={API_PAGE}>{t("inDocs")}</ButtonLink>
        )
      }
    >
      <EffectDetails scene={shown} />
    </Sheet>
  );
}

function EffectDetails({ scene }: { scene: EffectScene }) {
  const t = useTranslations("library.effects");
  const words = useWords();
  const { sources, settings } = effectFacts(scene.id);
  return (
    <div className="flex flex-col gap-4">
      {scene.discontinued !== undefined && (
        <Notice tone="warning" title={t("since", { date: scene.discontinued })}>
          {t("sinceText")}
        </Notice>
      )}
      <FactList>
        <Fact name={t("identifier")}>
          <span className="flex items-center justify-between gap-2">
            <code className="min-w-0 font-mono text-xs [overflow-wrap:anywhere]">{scene.id}</code>
            <CopyButton text={scene.id} label={t("copyIdentifier")} />
          </span>
        </Fact>
        <Fact name={t("takes")}>{t("takesText", { pictures: scene.pictures })}</Fact>
        <Fact name={t("lists")} note={t("source", { source: sources.join(" · ") })}>
          {scene.eras.map((era) => t(`list${era}`)).join(" · ")}
        </Fact>
        {settings.map(({ names, values, source }) => (
          <Fact
            key={names.map(({ en }) => en).join()}
            name={names.map(words).join(" · ")}
            note={t("source", { source })}
          >
            {values.length === 0 ? t("ignoredSetting") : values.map(words).join(" · ")}
          </Fact>
        ))}
      </FactList>
    </div>
  );
}
