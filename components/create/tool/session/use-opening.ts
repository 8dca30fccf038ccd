"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { newOrder, placeOrderMutation } from "#lib/client/orders.ts";
import { taskQuery } from "#lib/client/tasks.ts";
import type { KnownFile } from "#lib/kling/forms/form-files.ts";
import { statusOf } from "#lib/kling/forms/status-of.ts";
import { textAt } from "#lib/kling/forms/tool-draft.ts";
import { initialDraft, type ToolForm, writePatch } from "#lib/kling/forms/tool-form.ts";
import { chosenConnection } from "../../controls/chosen-connection.ts";
import type { Tool } from "../use-tool.ts";

type OpeningSetup = {
  /** The form of the kind that opens the session; it asks for a film only, at `video_url` or `video_id`. */
  readonly opener: ToolForm;
  /** Where the tool's own draft has that film. */
  readonly film: { readonly file: string; readonly result: string };
  /** Where the draft notes the task that opened it. */
  readonly taskPath: string;
};

export type Opening = ReturnType<typeof useOpening>;

/** What some tools begin with: a task that looks through a film at once and opens a session over it. */
export function useOpening(tool: Tool, { opener, film, taskPath }: OpeningSetup) {
  const { state, dispatch, connections } = tool;
  const { draft, known, connectionId } = state;
  const connection = chosenConnection(connections, connectionId);
  const [file, result] = [textAt(draft, film.file), textAt(draft, film.result)];
  const asked = writePatch(initialDraft(opener), result === "" ? { video_url: file } : { video_id: result });
  const status = statusOf(opener, asked, {
    known,
    policy: connection?.policy ?? "strict",
    book: connection?.priceBook ?? null,
  });
  const taskId = textAt(draft, taskPath);
  const query = useQuery({ ...taskQuery(taskId), enabled: taskId !== "" });
  const { mutate, isPending, error } = useMutation(placeOrderMutation());
  const task = taskId === "" ? undefined : query.data;
  return {
    /** The film as it is known; undefined while there is none. */
    film: (file || result) === "" ? undefined : (known[result || file] ?? UNKNOWN_FILM),
    price: status.price,
    isPractice: connection?.isPractice ?? false,
    /** What is against it besides a missing film. */
    refusals: status.violations.filter(
      ({ class: found, severity }) => severity === "error" && found !== "missing",
    ),
    task,
    isBusy: isPending || (taskId !== "" && query.isPending),
    problem: error ?? query.error,
    /** A session lives in the account where it was opened; set while another connection is chosen. */
    home: task !== undefined && task.connection.id !== connection?.id ? task.connection : undefined,
    follow: (id: string) => dispatch({ type: "patch", patch: { [taskPath]: id } }),
    open(): void {
      if (isPending || connection === undefined) return;
      const order = { request: status.request, takes: 1, connectionId: connection.id };
      mutate(newOrder(order, Date.now()), {
        onSuccess: ([opened]) => opened && dispatch({ type: "patch", patch: { [taskPath]: opened.id } }),
      });
    },
  };
}

const UNKNOWN_FILM: KnownFile = {
  name: "",
  mime: "video/mp4",
  bytes: 0,
  widthPx: null,
  heightPx: null,
  durationSeconds: null,
  fps: null,
  hasSound: null,
};
