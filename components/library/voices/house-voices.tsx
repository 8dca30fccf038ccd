"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { Section } from "#components/ui/section.tsx";
import { Select } from "#components/ui/select.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { presetVoicesQuery } from "#lib/client/library.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { chosenPlace } from "../places.ts";

/** Voices of the house for clips, as the connection's own upstream lists them. */
export function HouseVoices({ places }: { places: readonly ConnectionView[] }) {
  const t = useTranslations("library.voices");
  const [placeId, setPlaceId] = useState<string | null>(null);
  const place = chosenPlace(places, placeId);
  if (place === undefined) return null;
  return (
    <Section
      title={t("house")}
      text={t("houseText")}
      action={
        places.length > 1 && (
          <Select
            aria-label={t("connection")}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
            value={place.id}
            onValueChange={setPlaceId}
            className="w-56"
          />
        )
      }
    >
      <Voices key={place.id} placeId={place.id} />
    </Section>
  );
}

function Voices({ placeId }: { placeId: string }) {
  const t = useTranslations("library.voices");
  const problemText = useProblemText();
  const { data, isPending, error, refetch } = useQuery(presetVoicesQuery(placeId));
  if (isPending) return <Skeleton className="h-16 rounded-lg" />;
  if (error)
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3 text-danger-text text-sm">
        {problemText(error).line}
        <Button size="sm" onClick={() => void refetch()}>
          {t("askAgain")}
        </Button>
      </p>
    );
  if (!data || data.length === 0) return <p className="text-muted text-sm">{t("noHouse")}</p>;
  return (
    <ul className="grid gap-2.5 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      {data.map(({ id, name, trialUrl }) => (
        <li
          key={id}
          className="flex items-center justify-between gap-2 rounded-lg border border-line bg-surface p-3"
        >
          <div className="min-w-0">
            <p className="truncate font-medium text-sm">{name}</p>
            <code className="block truncate font-mono text-faint text-xs">{id}</code>
            {trialUrl !== null && (
              <a
                href={trialUrl}
                target="_blank"
                rel="noreferrer noopener"
                className="text-accent-text text-xs hover:underline"
              >
                {t("listen")}
              </a>
            )}
          </div>
          <CopyButton text={id} />
        </li>
      ))}
    </ul>
  );
}
