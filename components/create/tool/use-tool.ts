"use client";

import { useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { showToast } from "#components/ui/show-toast.ts";
import { isToolKind } from "#lib/client/create-link.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { placeOf } from "#lib/kling/forms/field.ts";
import { isOf, statusOf } from "#lib/kling/forms/status-of.ts";
import { isShown, type ToolForm } from "#lib/kling/forms/tool-form.ts";
import { chosenConnection } from "../controls/chosen-connection.ts";
import { fieldsWithoutWord } from "../controls/connection-refusal.ts";
import { focusField } from "../focus-field.ts";
import { rememberTool } from "../tools.ts";
import type { DraftOwner } from "../use-create-draft.ts";
import { useOrdering } from "../use-ordering.ts";
import { useSessionTakes } from "../use-session-takes.ts";
import { isSameObstacle, type ToolObstacle, toolObstacle } from "./tool-obstacle.ts";
import { hasToolContent, initialToolState } from "./tool-state.ts";
import { useToolDesk } from "./use-tool-desk.ts";
import { useToolDraft } from "./use-tool-draft.ts";
import { useToolIntake } from "./use-tool-intake.ts";
import { useToolSettings } from "./use-tool-settings.ts";

export type ToolSetup = {
  readonly form: ToolForm;
  readonly owner: DraftOwner;
  readonly mayCreate: boolean;
  readonly connections: readonly ConnectionView[];
};

export type Tool = ReturnType<typeof useTool>;

/** Everything a tool's screen knows and can do; its fields only show it. */
export function useTool({ form, owner, mayCreate, connections }: ToolSetup) {
  const t = useTranslations("create");
  const { state, store } = useToolDraft(form, owner);
  const desk = useToolDesk({ form, store, owner, mayCreate, onOpened: () => sessionTakes.show(null) });
  const { draft, known, takes, connectionId } = state;
  const connection = chosenConnection(connections, connectionId);
  const policy = connection?.policy ?? "strict";
  const book = connection?.priceBook ?? null;
  const status = useMemo(
    () => statusOf(form, draft, { known, policy, book }),
    [form, draft, known, policy, book],
  );
  const intake = useToolIntake(form, store);
  const sessionTakes = useSessionTakes(owner);
  const ordering = useOrdering(owner, (tasks) => sessionTakes.add(tasks.map(({ id }) => id)));
  const takeSettings = useToolSettings(form, store);
  const [refusal, setRefusal] = useState<ToolObstacle | null>(null);
  const [isSettingsOpen, setSettingsOpen] = useState(false);
  const present = toolObstacle({
    mayCreate,
    hasConnection: connection !== undefined,
    busy: Object.entries(intake.works).flatMap(([path, { step }]) =>
      step === "idle" ? [] : [{ path, isOnItsWay: step === "opening" || step === "sending" }],
    ),
    violations: status.violations,
    unspoken: connection ? fieldsWithoutWord(connection.provider, status.request) : [],
  });
  const { kind } = form.kind;
  useEffect(() => {
    if (isToolKind(kind)) rememberTool(kind);
  }, [kind]);

  function lead(obstacle: ToolObstacle): void {
    setRefusal(obstacle);
    if (!("path" in obstacle)) return;
    const field = form.fields.find((it) => isOf(obstacle.path, it));
    const isOnStage = field !== undefined && placeOf(field) === "stage";
    if (isOnStage) sessionTakes.show(null); // it may be behind a take
    const path = field?.path ?? obstacle.path;
    requestAnimationFrame(() => !focusField(path) && !isOnStage && setSettingsOpen(true));
  }

  return {
    form,
    owner,
    state,
    store,
    /** Where its drafts are kept and shared. */
    desk,
    mayCreate,
    dispatch: store.dispatch,
    status,
    /** What has a meaning now, in the form's order. */
    fields: form.fields.filter((field) => isShown(field, draft)),
    intake,
    sessionTakes,
    ordering,
    connections,
    isPractice: connection?.isPractice ?? false,
    /** What Generate ran into, as long as it is still in the way. */
    obstacle: present && refusal && isSameObstacle(present, refusal) ? present : null,
    isSettingsOpen,
    setSettingsOpen,
    order(): void {
      if (ordering.isOnItsWay) return;
      if (present !== undefined) {
        lead(present);
        return;
      }
      setRefusal(null);
      ordering.place({ request: status.request, takes, ...(connection && { connectionId: connection.id }) });
    },
    async fillFrom(taskId: string): Promise<void> {
      await takeSettings(taskId);
      sessionTakes.show(null);
    },
    startOver(): void {
      const action = {
        label: t("oldSettings.undo"),
        onPress: () => store.dispatch({ type: "restore", state }),
      };
      store.dispatch({ type: "restore", state: initialToolState(form) });
      if (hasToolContent(form, state)) showToast({ title: t("draft.cleared"), action });
    },
  };
}
