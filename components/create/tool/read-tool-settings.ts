import type { QueryClient } from "@tanstack/react-query";
import { findAsset } from "#lib/client/assets.ts";
import { taskQuery } from "#lib/client/tasks.ts";
import { filesOf, type KnownFiles } from "#lib/kling/forms/form-files.ts";
import { readDraft } from "#lib/kling/forms/read-draft.ts";
import type { ToolDraft } from "#lib/kling/forms/tool-draft.ts";
import type { ToolForm } from "#lib/kling/forms/tool-form.ts";
import { knownFileOf } from "./known-file.ts";

type OldSettings = { readonly draft: ToolDraft; readonly known: KnownFiles };

/**
 * An old task's settings as a draft, with what is known of its files; null for a task of another kind. A file that is gone is
 * simply not known. Throws `ApiProblem` when the task cannot be read.
 */
export async function readToolSettings(
  client: QueryClient,
  form: ToolForm,
  taskId: string,
): Promise<OldSettings | null> {
  const { request, inputs } = await client.fetchQuery(taskQuery(taskId));
  const draft = readDraft(form, request);
  if (draft === null) return null;
  const known = await Promise.all(
    filesOf(form, draft).map(async ({ path, reference }) => {
      const assetId = inputs.find(({ role }) => role === path)?.assetId;
      if (assetId === undefined) return [];
      const asset = await findAsset(assetId).catch(() => null);
      return asset === null ? [] : [[reference, { ...knownFileOf(asset), assetId }] as const];
    }),
  );
  return { draft, known: Object.fromEntries(known.flat()) };
}
