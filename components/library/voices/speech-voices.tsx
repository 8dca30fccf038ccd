"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { Section } from "#components/ui/section.tsx";
import { Select } from "#components/ui/select.tsx";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { VOICES } from "#lib/kling/voices.ts";
import { OrderPrice } from "../order-price.tsx";
import { chosenPlace } from "../places.ts";
import { sampleRequest, speaksSamples } from "./samples.ts";
import { SpeechVoice } from "./speech-voice.tsx";
import { useSamples } from "./use-samples.ts";

const LANGUAGES = ["zh", "en"] as const;

type Props = { places: readonly ConnectionView[]; mayOrder: boolean };

/** The voices of lip-sync and speech. What a sample is depends on where it is made, so one is made and kept rather than shipped. */
export function SpeechVoices({ places, mayOrder }: Props) {
  const t = useTranslations("library.voices");
  const locale = useLocale();
  const [language, setLanguage] = useState<"zh" | "en">(locale === "zh-CN" ? "zh" : "en");
  const [search, setSearch] = useState("");
  const [placeId, setPlaceId] = useState<string | null>(null);
  const open = places.filter(speaksSamples);
  const place = chosenPlace(open, placeId);
  const samples = useSamples(place?.id ?? null, language);
  const wanted = search.trim().toLowerCase();
  const voices = VOICES.filter(
    ({ id, name, languages }) =>
      languages.includes(language) && `${id} ${name.zh} ${name.en}`.toLowerCase().includes(wanted),
  );
  return (
    <Section title={t("speech")} text={t("speechText")}>
      <div className="flex flex-wrap items-center gap-2">
        <OptionChips
          label={t("language")}
          hideLabel
          options={LANGUAGES.map((value) => ({
            value,
            label: t(`languages.${value}`),
            detail: String(VOICES.filter(({ languages }) => languages.includes(value)).length),
            state: value === language ? "selected" : "available",
          }))}
          onSelect={setLanguage}
        />
        <SearchInput
          label={t("search")}
          value={search}
          onSearch={setSearch}
          className="min-w-44 sm:max-w-xs sm:flex-1"
        />
        {open.length > 1 && place && (
          <Select
            aria-label={t("connection")}
            options={open.map(({ id, name }) => ({ value: id, label: name }))}
            value={place.id}
            onValueChange={setPlaceId}
            className="w-56"
          />
        )}
      </div>
      {place && mayOrder && (
        <p className="flex flex-wrap gap-x-2 text-muted text-sm">
          {t(place.isPractice ? "practiceSample" : "paidSample")}
          <OrderPrice place={place} request={sampleRequest("genshin_vindi2", language)} />
        </p>
      )}
      <ul aria-label={t("speech")} className="grid gap-2.5 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {voices.map((voice) => (
          <SpeechVoice
            key={`${voice.id} ${language}`}
            voice={voice}
            language={language}
            placeId={mayOrder ? (place?.id ?? null) : null}
            sample={samples.get(voice.id)}
          />
        ))}
      </ul>
    </Section>
  );
}
