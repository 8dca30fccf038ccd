"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { Section } from "#components/ui/section.tsx";
import { Select } from "#components/ui/select.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { presetElementsQuery } from "#lib/client/library.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { ELEMENT_TAG_NAMES } from "#lib/kling/element-tags.ts";
import { librarySupport, type PresetElement } from "#lib/kling/library.ts";
import { chosenPlace } from "../places.ts";

const LIBRARIES = ["advanced", "custom"] as const;

/** Elements of the house, as the connection's own upstream lists them. */
export function PresetElements({ places }: { places: readonly ConnectionView[] }) {
  const t = useTranslations("library.elements");
  const [placeId, setPlaceId] = useState<string | null>(null);
  const [library, setLibrary] = useState<"custom" | "advanced">("advanced");
  const place = chosenPlace(places, placeId);
  if (place === undefined) return null;
  const offered = LIBRARIES.filter(
    (name) =>
      librarySupport(place, name === "custom" ? "custom-elements" : "advanced-custom-elements") !== "none",
  );
  const shown = offered.find((name) => name === library) ?? offered[0];
  return (
    <Section title={t("presets")} text={t("presetsText")}>
      <div className="flex flex-wrap items-center gap-2">
        {places.length > 1 && (
          <Select
            aria-label={t("presetsOf")}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
            value={place.id}
            onValueChange={setPlaceId}
            className="w-56"
          />
        )}
        {offered.length > 1 && (
          <OptionChips
            label={t("library")}
            hideLabel
            options={offered.map((value) => ({
              value,
              label: t(`libraries.${value}`),
              state: value === shown ? "selected" : "available",
            }))}
            onSelect={setLibrary}
          />
        )}
      </div>
      {shown && <Presets key={`${place.id} ${shown}`} placeId={place.id} library={shown} />}
    </Section>
  );
}

function Presets({ placeId, library }: { placeId: string; library: "custom" | "advanced" }) {
  const t = useTranslations("library.elements");
  const problemText = useProblemText();
  const { data, isPending, error, refetch } = useQuery(presetElementsQuery(placeId, library));
  if (isPending) return <Skeleton className="h-24 rounded-lg" />;
  if (error)
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3 text-danger-text text-sm">
        {problemText(error).line}
        <Button size="sm" onClick={() => void refetch()}>
          {t("askAgain")}
        </Button>
      </p>
    );
  if (!data || data.length === 0) return <p className="text-muted text-sm">{t("noPresets")}</p>;
  return (
    <ul className="grid gap-2.5 sm:grid-cols-2 xl:grid-cols-3">
      {data.map((element) => (
        <Preset key={element.id} element={element} />
      ))}
    </ul>
  );
}

function Preset({ element }: { element: PresetElement }) {
  const t = useTranslations("library.elements");
  const words = useWords();
  return (
    <li className="flex items-start justify-between gap-3 rounded-lg border border-line bg-surface p-3">
      <div className="min-w-0">
        <p className="truncate font-medium text-sm">{element.name}</p>
        <p className="line-clamp-2 text-muted text-xs">{element.description}</p>
        <p className="mt-1.5 flex flex-wrap items-center gap-1.5">
          <code className="font-mono text-faint text-xs [overflow-wrap:anywhere]">{element.id}</code>
          {element.tagIds.map((id) => (
            <Badge key={id}>{words(ELEMENT_TAG_NAMES[id])}</Badge>
          ))}
        </p>
        {element.pictureUrl !== null && (
          <a
            href={element.pictureUrl}
            target="_blank"
            rel="noreferrer noopener"
            className="mt-1 inline-block text-accent-text text-xs hover:underline"
          >
            {t("seePicture")}
          </a>
        )}
      </div>
      <CopyButton text={element.id} />
    </li>
  );
}
