import { itemPath, memberPath } from "../field-path.ts";
import type { FactsByPath, FileFacts } from "../kinds/kind.ts";
import type { RequestMedia } from "../requests/request-media.ts";
import type { FileField, FilesField, ResultField } from "./field.ts";
import { listAt, readPath, type ToolDraft, textAt } from "./tool-draft.ts";
import { isNote, isShown, type ToolForm } from "./tool-form.ts";

/** A file as a form knows it. */
export type KnownFile = FileFacts & {
  readonly name: string;
  /** Where its bytes are, when the draft names it otherwise: by the id of a result. */
  readonly assetId?: string;
};

/** What is known of files, by the reference under which drafts name them. */
export type KnownFiles = Readonly<Record<string, KnownFile>>;

/** Every file that the draft's request names: what `mediaOf` finds on the server by the schema. */
export function filesOf(form: ToolForm, draft: ToolDraft): readonly RequestMedia[] {
  return form.fields.flatMap((field) => {
    if (!isShown(field, draft) || isNote(field.path)) return [];
    if (field.type === "files") return filesOfList(field, draft);
    if (field.type !== "file" && field.type !== "result") return [];
    const reference = textAt(draft, field.path);
    return reference === "" ? [] : [{ path: field.path, reference, field: mediaFieldOf(field) }];
  });
}

/** The files of a list, in its order. */
export function filesOfList(field: FilesField, draft: ToolDraft): readonly RequestMedia[] {
  return listAt(draft, field.path).flatMap((_item, index) => {
    const path = fileItemPath(field, index);
    const reference = readPath(draft, path);
    return typeof reference === "string" ? [{ path, reference, field: mediaFieldOf(field) }] : [];
  });
}

/** Where the file of one item stands. */
export function fileItemPath({ path, item }: FilesField, index: number): string {
  const place = itemPath(path, index);
  return item === "" ? place : memberPath(place, item);
}

/** What is known of these files, by where they stand. */
export function factsAt(
  files: readonly Pick<RequestMedia, "path" | "reference">[],
  known: KnownFiles,
): FactsByPath {
  const facts = new Map<string, FileFacts>();
  for (const { path, reference } of files) {
    const file = known[reference];
    if (file !== undefined) facts.set(path, file);
  }
  return facts;
}

function mediaFieldOf(field: FileField | FilesField | ResultField): RequestMedia["field"] {
  return { type: field.type === "result" ? "output" : field.media, limit: field.limit };
}
