"use client";

import { useQuery } from "@tanstack/react-query";
import { Trash2, X } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { isFiltered, STATUS_GROUPS } from "#lib/client/task-filter.ts";
import { STATUS_GROUP_NAMES } from "#lib/client/task-words.ts";
import { membersQuery } from "#lib/client/team.ts";
import type { TaskFilter } from "#lib/contract/tasks.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";
import { MODEL_IDS, MODELS } from "#lib/kling/models.ts";
import { TASK_KINDS } from "#lib/kling/task-kinds.ts";
import { SearchBox } from "./search-box.tsx";

type Props = {
  filter: TaskFilter;
  onChange: (next: TaskFilter, how?: "push" | "replace") => void;
  ownUserId: string;
};

/** What to show. On a phone the choices scroll sideways under the search, so that the clips stay in view. */
export function GalleryFilters({ filter, onChange, ownUserId }: Props) {
  const t = useTranslations("gallery");
  const words = useWords();
  const people = usePeople(filter.person, ownUserId);
  return (
    <search className="flex flex-col gap-2 py-5 lg:flex-row lg:items-start" aria-label={t("filters")}>
      <SearchBox
        value={filter.search ?? ""}
        onSearch={(search) => onChange({ ...filter, search }, "replace")}
      />
      <div className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:-mx-6 sm:px-6 lg:mx-0 lg:flex-wrap lg:overflow-visible lg:p-0">
        <FilterSelect
          label={t("status")}
          every={t("everyStatus")}
          value={filter.status}
          options={STATUS_GROUPS.map((group) => ({ value: group, label: words(STATUS_GROUP_NAMES[group]) }))}
          onChoose={(status) => onChange({ ...filter, status })}
        />
        <FilterSelect
          label={t("kind")}
          every={t("everyKind")}
          value={filter.kind}
          options={TASK_KINDS.map((kind) => ({ value: kind, label: words(TASK_KIND_NAMES[kind]) }))}
          onChoose={(kind) => onChange({ ...filter, kind })}
        />
        <FilterSelect
          label={t("model")}
          every={t("everyModel")}
          value={filter.model}
          options={NEWEST_MODELS.map((id) => ({ value: id, label: words(MODELS[id].name) }))}
          onChoose={(model) => onChange({ ...filter, model })}
        />
        <FilterSelect
          label={t("person")}
          every={t("everyone")}
          value={filter.person}
          options={people}
          onChoose={(person) => onChange({ ...filter, person })}
        />
        <Chip
          pressed={filter.trash === "true"}
          icon={<Trash2 aria-hidden className="size-4" />}
          className="shrink-0"
          onClick={() => onChange({ ...filter, trash: filter.trash === "true" ? undefined : "true" })}
        >
          {t("trash")}
        </Chip>
        {isFiltered(filter) && (
          <Button
            variant="ghost"
            icon={<X aria-hidden />}
            onClick={() => onChange({ trash: filter.trash })}
            className="shrink-0"
          >
            {t("clear")}
          </Button>
        )}
      </div>
    </search>
  );
}

const NEWEST_MODELS = MODEL_IDS.filter((id) => MODELS[id].paths.some(isOffered)).toReversed();

/** Models that make none of the kinds offered here cannot have made a task. */
function isOffered(path: string): boolean {
  return TASK_KINDS.some((kind) => kind === path);
}

/** The team with oneself first. Someone who has left can still be in the address. */
function usePeople(chosen: string | undefined, ownUserId: string) {
  const t = useTranslations("gallery");
  const { data: members = [] } = useQuery(membersQuery());
  const others = members
    .filter((member) => member.userId !== ownUserId)
    .map((member) => ({ value: member.userId, label: member.name }));
  const people = [{ value: ownUserId, label: t("me") }, ...others];
  const isListed = chosen === undefined || people.some(({ value }) => value === chosen);
  return isListed ? people : [...people, { value: chosen, label: t("formerMember") }];
}
