"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { showToast } from "#components/ui/show-toast.ts";
import type { ToolKind } from "#lib/client/create-link.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { guideOf } from "#lib/kling/draft.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import { type ClipKind, isClipKind } from "#lib/kling/task-kinds.ts";
import { usePaintedOrder } from "./brush/use-painted-order.ts";
import { chosenConnection } from "./controls/chosen-connection.ts";
import {
  type CreateAction,
  hasContent,
  initialCreateState,
  PICTURE_SLOTS,
  type PictureSlot,
} from "./create-state.ts";
import { useClipDesk } from "./drafts/use-clip-desk.ts";
import { endFrameRefusal } from "./end-frame.ts";
import { focusField } from "./focus-field.ts";
import { type Obstacle, obstacleInTheWay, readinessOf } from "./obstacle.ts";
import { usePictureIntake } from "./picture/use-picture-intake.ts";
import { type DraftOwner, useCreateDraft } from "./use-create-draft.ts";
import { useLeaveFor } from "./use-leave-for.ts";
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

/** Fields that have their place on the stage: the frames, and what leads the picture. */
const ON_STAGE = ["image", "dynamic_masks", "camera_control"];

/** Everything the Create screen knows and can do; the components only show it. */
export function useCreate({ kind, owner, mayCreate, connections }: CreateSetup) {
  const t = useTranslations("create");
  const { state, link, rival, isKept, store } = useCreateDraft(owner, kind);
  const { draftId } = link;
  const drawer = useMemo(() => ({ ...owner, draftId }), [owner, draftId]);
  const { dispatch } = store;
  const { draft, takes, connectionId } = state;
  const desk = useClipDesk({ store, owner, mayCreate, onOpened: () => sessionTakes.show(null) });
  const intake = usePictureIntake(PICTURE_SLOTS, (slot, picture) =>
    dispatch({ type: "put-picture", slot, picture }),
  );
  const sessionTakes = useSessionTakes(owner);
  const ordering = useOrdering(owner, (tasks) => sessionTakes.add(tasks.map(({ id }) => id)));
  const connection = chosenConnection(connections, connectionId);
  const { policy, provider } = connection ?? {};
  const situation = { draft, works: intake.works, policy, provider, mayCreate };
  const readiness = readinessOf(situation);
  const painting = usePaintedOrder(drawer);
  const isOnItsWay = ordering.isOnItsWay || painting.isBeingPrepared;
  const [refusal, setRefusal] = useState<Obstacle | null>(null);
  const [isSettingsOpen, setSettingsOpen] = useState(false);

  useToolAddress(draft.kind, (addressed) => dispatch({ type: "choose-kind", kind: addressed }));
  const leaveFor = useLeaveFor(dispatch, () => store.read().state);
  const [drawingEpoch, setDrawingEpoch] = useState(0);
  const takeSettings = useOldSettings({
    owner: drawer,
    read: () => store.read().state,
    dispatch,
    onDrawn: () => setDrawingEpoch((epoch) => epoch + 1),
  });

  function lead(obstacle: Obstacle): void {
    setRefusal(obstacle);
    if (!("path" in obstacle)) return;
    const isOnStage = ON_STAGE.some((path) => obstacle.path.startsWith(path));
    if (isOnStage) sessionTakes.show(null); // it may be behind a take
    requestAnimationFrame(() => !focusField(obstacle.path) && !isOnStage && setSettingsOpen(true));
  }

  function order(prompt = draft.prompt): void {
    if (isOnItsWay) return;
    const asked = { ...draft, prompt };
    const now = readinessOf({ ...situation, draft: asked });
    if (!now.ready) {
      lead(now.obstacle);
      return;
    }
    setRefusal(null);
    const place = (request: ClipRequest) =>
      ordering.place({ request, takes, ...(connection && { connectionId: connection.id }) });
    if (guideOf(asked) !== "brush") place(now.request);
    else painting.prepare({ draft: asked, size: state.sizes.image }, { onReady: place, onObstacle: lead });
  }

  return {
    /** Whose drawings these are. */
    owner: drawer,
    state,
    link,
    rival,
    isKept,
    store,
    /** Where its drafts are kept and shared. */
    desk,
    intake,
    sessionTakes,
    ordering,
    isOnItsWay,
    /** Another number is another drawing on the same picture. */
    drawingEpoch,
    connections,
    readiness,
    isPractice: connection?.isPractice ?? false,
    priceBook: connection?.priceBook ?? null,
    /** What Generate ran into, as long as it is still in the way. */
    obstacle: obstacleInTheWay(readiness, refusal),
    isSettingsOpen,
    setSettingsOpen,
    order: () => order(),
    /** Another clip keeps everything in this draft; another tool gets along what fits there. */
    chooseTool(tool: ToolKind): void {
      if (isClipKind(tool)) dispatch({ type: "choose-kind", kind: tool });
      else void leaveFor(tool, state);
    },
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
      const takesEnd = guideOf(draft) === "frames" && endFrameRefusal(draft) === null;
      const slot: PictureSlot =
        draft.image !== null && draft.image_tail === null && takesEnd ? "image_tail" : "image";
      intake.take(slot, first);
      if (second !== undefined && takesEnd && slot === "image") intake.take("image_tail", second);
    },
  };
}
