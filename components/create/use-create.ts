"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { showToast } from "#components/ui/show-toast.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import type { ClipKind } from "#lib/kling/task-kinds.ts";
import { chosenConnection } from "./controls/chosen-connection.ts";
import { type CreateAction, hasContent, initialCreateState, type PictureSlot } from "./create-state.ts";
import { endFrameRefusal } from "./end-frame.ts";
import { focusField } from "./focus-field.ts";
import { isSameObstacle, type Obstacle, readinessOf } from "./obstacle.ts";
import { usePictureIntake } from "./picture/use-picture-intake.ts";
import { type DraftOwner, useCreateDraft } from "./use-create-draft.ts";
import { useOldSettings } from "./use-old-settings.ts";
import { useOrdering } from "./use-ordering.ts";
import { useSessionTakes } from "./use-session-takes.ts";
import { useToolAddress } from "./use-tool-address.ts";

export type CreateSetup = {
  /** The tool of the address the page was asked for. */
  readonly kind: ClipKind;
  readonly owner: DraftOwner;
  readonly mayCreate: boolean;
  readonly connections: readonly ConnectionView[];
};

export type Create = ReturnType<typeof useCreate>;

/** Everything the Create screen knows and can do; the components only show it. */
export function useCreate({ kind, owner, mayCreate, connections }: CreateSetup) {
  const t = useTranslations("create");
  const { state, rival, isKept, store } = useCreateDraft(owner, kind);
  const { dispatch } = store;
  const { draft, takes, connectionId } = state;
  const intake = usePictureIntake((slot, picture) => dispatch({ type: "put-picture", slot, picture }));
  const sessionTakes = useSessionTakes(owner);
  const ordering = useOrdering(owner, (tasks) => sessionTakes.add(tasks.map(({ id }) => id)));
  const connection = chosenConnection(connections, connectionId);
  const { policy, provider } = connection ?? {};
  const situation = { draft, works: intake.works, policy, provider, mayCreate };
  const readiness = readinessOf(situation);
  const [refusal, setRefusal] = useState<Obstacle | null>(null);
  const [isSettingsOpen, setSettingsOpen] = useState(false);

  useToolAddress(draft.kind, (addressed) => dispatch({ type: "choose-kind", kind: addressed }));
  const takeSettings = useOldSettings({ read: () => store.read().state, dispatch });

  function lead(obstacle: Obstacle): void {
    setRefusal(obstacle);
    if (!("path" in obstacle)) return;
    const isFrame = obstacle.path.startsWith("image");
    if (isFrame) sessionTakes.show(null); // the frames may be behind a take
    requestAnimationFrame(() => !focusField(obstacle.path) && !isFrame && setSettingsOpen(true));
  }

  function order(prompt = draft.prompt): void {
    if (ordering.isOnItsWay) return;
    const now = readinessOf({ ...situation, draft: { ...draft, prompt } });
    if (!now.ready) {
      lead(now.obstacle);
      return;
    }
    setRefusal(null);
    ordering.place({ request: now.request, takes, ...(connection && { connectionId: connection.id }) });
  }

  return {
    state,
    rival,
    isKept,
    store,
    intake,
    sessionTakes,
    ordering,
    connections,
    readiness,
    isPractice: connection?.isPractice ?? false,
    priceBook: connection?.priceBook ?? null,
    /** What Generate ran into, as long as it is still in the way. */
    obstacle: !readiness.ready && isSameObstacle(readiness.obstacle, refusal) ? readiness.obstacle : null,
    isSettingsOpen,
    setSettingsOpen,
    order: () => order(),
    /** Fills the prompt in, and makes the clip at once where that costs nothing. */
    runExample(prompt: string): void {
      dispatch({ type: "edit", patch: { prompt } });
      if (connection?.isPractice) order(prompt);
      else focusField("prompt");
    },
    async fillFrom(taskId: string): Promise<void> {
      await takeSettings(taskId);
      sessionTakes.show(null);
    },
    startOver(): void {
      const undo: CreateAction = { type: "restore", state };
      const action = { label: t("oldSettings.undo"), onPress: () => dispatch(undo) };
      dispatch({ type: "restore", state: initialCreateState(draft.kind) });
      if (hasContent(state)) showToast({ title: t("draft.cleared"), action });
    },
    /** Pictures from anywhere on the page: into the first frame, or the end frame once there is a first. */
    takeFiles([first, second]: readonly File[]): void {
      if (first === undefined) return;
      dispatch({ type: "choose-kind", kind: "image2video" });
      sessionTakes.show(null);
      const takesEnd = endFrameRefusal(draft) === null;
      const slot: PictureSlot =
        draft.image !== null && draft.image_tail === null && takesEnd ? "image_tail" : "image";
      intake.take(slot, first);
      if (second !== undefined && takesEnd && slot === "image") intake.take("image_tail", second);
    },
  };
}
