"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus, UserRoundSearch } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useTaskActions } from "#components/ui/task/use-task-actions.ts";
import { elementsQuery } from "#lib/client/library.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import type { LibraryElement } from "#lib/contract/library.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { LibraryFrame } from "../library-frame.tsx";
import { MakingList } from "../making/making-list.tsx";
import { bothMade, useMakings } from "../making/use-makings.ts";
import { PlaceNotes } from "../place-notes.tsx";
import { placesWith } from "../places.ts";
import { ElementCard } from "./element-card.tsx";
import { ElementSheet } from "./element-sheet.tsx";
import { PresetElements } from "./preset-elements.tsx";

const ElementDialog = lazy(async () => ({
  default: (await import("./form/element-dialog.tsx")).ElementDialog,
}));

const KINDS = ["custom-elements", "advanced-custom-elements"] as const;

type Props = { principal: Principal & { kind: "member" }; places: readonly ConnectionView[] };

/** The team's elements on every connection that has them: who appears again and again. */
export function ElementsScreen({ principal, places }: Props) {
  const t = useTranslations("library.elements");
  const [isMaking, setMaking] = useState(false);
  const [opened, setOpened] = useState<LibraryElement | null>(null);
  const makings = bothMade(useMakings("custom-elements"), useMakings("advanced-custom-elements"));
  const actions = useTaskActions(principal);
  const query = useInfiniteQuery(elementsQuery(makings.made));
  const elements = query.data?.pages.flatMap((page) => page.elements) ?? [];
  const open = placesWith(places, KINDS);
  const mayMake = can(principal, "task.create") && open.length > 0;
  const make = mayMake && (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setMaking(true)}>
      {t("create")}
    </Button>
  );
  return (
    <LibraryFrame title={t("title")} text={t("text")} actions={elements.length > 0 && make}>
      <MakingList tasks={makings.open} actions={actions} label={t("making")} />
      {query.isPending && <Places />}
      {query.isError && elements.length === 0 && (
        <ErrorState problem={query.error} title={t("loadFailed")} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && elements.length === 0 && (
        <EmptyState icon={<UserRoundSearch />} title={t("empty")} text={t("emptyText")}>
          {make}
        </EmptyState>
      )}
      {elements.length > 0 && (
        <ul aria-label={t("list")} className={GRID}>
          {elements.map((element) => (
            <li key={element.id}>
              <ElementCard element={element} onOpen={() => setOpened(element)} />
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <PlaceNotes places={places} kinds={KINDS} />
      <PresetElements places={open} />
      {opened !== null && (
        <ElementSheet element={opened} principal={principal} onClose={() => setOpened(null)} />
      )}
      {isMaking && (
        <Suspense>
          <ElementDialog places={open} onClose={() => setMaking(false)} />
        </Suspense>
      )}
    </LibraryFrame>
  );
}

const GRID = "grid grid-cols-[repeat(auto-fill,minmax(min(calc(50%-0.5rem),12rem),1fr))] gap-3 sm:gap-4";
const PLACES = ["a", "b", "c", "d", "e"];

function Places() {
  return (
    <div aria-hidden className={GRID}>
      {PLACES.map((place) => (
        <Skeleton key={place} className="aspect-[4/5] rounded-lg" />
      ))}
    </div>
  );
}
