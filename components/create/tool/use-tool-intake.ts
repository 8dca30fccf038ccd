"use client";

import { useRef } from "react";
import type { Field } from "#lib/kling/forms/field.ts";
import { fileItemPath } from "#lib/kling/forms/form-files.ts";
import { listAt, readPath, type ToolDraft } from "#lib/kling/forms/tool-draft.ts";
import type { ToolForm } from "#lib/kling/forms/tool-form.ts";
import { usePictureIntake } from "../picture/use-picture-intake.ts";
import { knownFileOf } from "./known-file.ts";
import type { ToolStore } from "./use-tool-draft.ts";

export type FileHolder = Extract<Field, { type: "file" | "files" }>;

/** Takes pictures into a tool's fields: several at once one after the other, each where there is room for it. */
export function useToolIntake(form: ToolForm, store: ToolStore) {
  const holders = form.fields.filter(isPictureHolder);
  const waiting = useRef(new Map<string, readonly File[]>());
  const intake = usePictureIntake(
    holders.map(({ path }) => path),
    (path, { assetId }, asset) => {
      const holder = holders.find((it) => it.path === path);
      if (holder === undefined) return;
      const place = nextPlace(holder, store.read().state.draft);
      store.dispatch({ type: "put-file", path: place, reference: assetId, file: knownFileOf(asset) });
      takeNext(path);
    },
  );

  function takeNext(path: string): void {
    const [file, ...rest] = waiting.current.get(path) ?? [];
    waiting.current.set(path, rest);
    // The one that has just been stored is cleared from its slot first.
    if (file !== undefined) queueMicrotask(() => intake.take(path, file));
  }

  function takeAll(path: string, [first, ...rest]: readonly File[]): void {
    waiting.current.set(path, rest);
    if (first !== undefined) intake.take(path, first);
  }

  return {
    ...intake,
    takeAll,
    /** Files from anywhere on the page: into the first field that has room. */
    takeAnywhere(files: readonly File[]): void {
      const { draft } = store.read().state;
      const free = holders.find((holder) => hasRoom(holder, draft)) ?? holders[0];
      if (free !== undefined) takeAll(free.path, files);
    },
  };
}

function isPictureHolder(field: Field): field is FileHolder {
  return (field.type === "file" || field.type === "files") && field.media === "image";
}

function hasRoom(field: FileHolder, draft: ToolDraft): boolean {
  if (field.type === "file") return readPath(draft, field.path) === undefined;
  return listAt(draft, field.path).length < field.max(draft);
}

/** Where the next file of this field stands. */
export function nextPlace(field: FileHolder, draft: ToolDraft): string {
  return field.type === "file" ? field.path : fileItemPath(field, listAt(draft, field.path).length);
}
