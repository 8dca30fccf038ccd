"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Mic, Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useTaskActions } from "#components/ui/task/use-task-actions.ts";
import { voicesQuery } from "#lib/client/library.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { LibraryFrame } from "../library-frame.tsx";
import { MakingList } from "../making/making-list.tsx";
import { useMakings } from "../making/use-makings.ts";
import { PlaceNotes } from "../place-notes.tsx";
import { placesWith } from "../places.ts";
import { HouseVoices } from "./house-voices.tsx";
import { SpeechVoices } from "./speech-voices.tsx";
import { VoiceRow } from "./voice-row.tsx";

const VoiceDialog = lazy(async () => ({ default: (await import("./voice-dialog.tsx")).VoiceDialog }));

const KINDS = ["custom-voices"] as const;

type Props = { principal: Principal & { kind: "member" }; places: readonly ConnectionView[] };

/** The three catalogues of voices, which know nothing of each other: the team's own, the house's for clips, and those of speech. */
export function VoicesScreen({ principal, places }: Props) {
  const t = useTranslations("library.voices");
  const [isMaking, setMaking] = useState(false);
  const makings = useMakings("custom-voices");
  const actions = useTaskActions(principal);
  const query = useInfiniteQuery(voicesQuery(makings.made));
  const voices = query.data?.pages.flatMap((page) => page.voices) ?? [];
  const open = placesWith(places, KINDS);
  const mayCreate = can(principal, "task.create");
  const make = mayCreate && open.length > 0 && (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setMaking(true)}>
      {t("create")}
    </Button>
  );
  return (
    <LibraryFrame title={t("title")} text={t("text")} actions={make}>
      <Section title={t("own")} text={t("ownText")}>
        <MakingList tasks={makings.open} actions={actions} label={t("making")} />
        {query.isPending && <Skeleton className="h-20 rounded-lg" />}
        {query.isError && voices.length === 0 && (
          <ErrorState problem={query.error} title={t("loadFailed")} onRetry={() => void query.refetch()} />
        )}
        {query.isSuccess && voices.length === 0 && (
          <EmptyState icon={<Mic />} title={t("empty")} text={t("emptyText")} className="py-8" />
        )}
        <ul aria-label={t("own")} className="grid gap-2.5 empty:hidden sm:grid-cols-2 xl:grid-cols-3">
          {voices.map((voice) => (
            <VoiceRow key={voice.id} voice={voice} principal={principal} />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t("more")}
          </Button>
        )}
        <PlaceNotes places={places} kinds={KINDS} />
      </Section>
      <HouseVoices places={open} />
      <SpeechVoices places={places} mayOrder={mayCreate} />
      {isMaking && (
        <Suspense>
          <VoiceDialog places={open} onClose={() => setMaking(false)} />
        </Suspense>
      )}
    </LibraryFrame>
  );
}
