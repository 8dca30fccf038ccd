import type { TaskKind } from "#lib/kling/task-kinds.ts";

/** How the tools of the Create screen stand together. */
export const TOOL_GROUPS = ["video", "sound", "picture"] as const;
export type ToolGroup = (typeof TOOL_GROUPS)[number];

type Tool = { readonly slug: string; readonly group: ToolGroup };

/**
 * Every kind of task that has a form, in the order of the list: where it is (`/create/<slug>`) and which tools it stands
 * with. Its icon is in `components/create/tool-icons.ts`, its form in `components/create/tool/load-form.ts`.
 */
export const CREATE_TOOLS = {
  text2video: { slug: "text-to-video", group: "video" },
  image2video: { slug: "image-to-video", group: "video" },
  "multi-image2video": { slug: "pictures-to-video", group: "video" },
  "omni-video": { slug: "omni-video", group: "video" },
  "motion-control": { slug: "motion-control", group: "video" },
  "video-extend": { slug: "extend", group: "video" },
  effects: { slug: "effects", group: "video" },
  "lip-sync": { slug: "lip-sync", group: "video" },
  "advanced-lip-sync": { slug: "lip-sync-face", group: "video" },
  avatar: { slug: "avatar", group: "video" },
  tts: { slug: "speech", group: "sound" },
  "text-to-audio": { slug: "sound", group: "sound" },
  "video-to-audio": { slug: "video-sound", group: "sound" },
  "image-generation": { slug: "pictures", group: "picture" },
  "omni-image": { slug: "omni-pictures", group: "picture" },
  "multi-image2image": { slug: "pictures-to-picture", group: "picture" },
  expand: { slug: "expand", group: "picture" },
  "virtual-try-on": { slug: "try-on", group: "picture" },
  "image-recognize": { slug: "recognise", group: "picture" },
  "ai-multi-shot": { slug: "views", group: "picture" },
} as const satisfies Partial<Record<TaskKind, Tool>>;

export type ToolKind = keyof typeof CREATE_TOOLS;

// The names of an object that is written out above.
export const TOOL_KINDS = Object.keys(CREATE_TOOLS) as readonly ToolKind[];

export function isToolKind(kind: string): kind is ToolKind {
  return Object.hasOwn(CREATE_TOOLS, kind);
}

type Made = { readonly id: string; readonly kind: TaskKind; readonly modelName: string };

/**
 * Opens the form filled with the settings of an old task; null for a kind that has no form, and for a clip that was made
 * elsewhere: nobody knows its settings.
 */
export function settingsLink({ id, kind, modelName }: Made): string | null {
  if (!isToolKind(kind)) return null;
  const isUnknownClip = (kind === "text2video" || kind === "image2video") && modelName === "";
  return isUnknownClip ? null : `/create/${CREATE_TOOLS[kind].slug}?from=${id}`;
}

/** Opens the form with this prompt. */
export function promptLink(prompt: string): string {
  return `/create/${CREATE_TOOLS.text2video.slug}?prompt=${encodeURIComponent(prompt)}`;
}

/** Wider than it is written, so that a link appears with its form. */
const ANY_TOOL: Readonly<Partial<Record<TaskKind, Tool>>> = CREATE_TOOLS;

/** Opens the effects form with this scene chosen; null while there is no such form. */
export function effectLink(scene: string): string | null {
  const tool = ANY_TOOL.effects;
  return tool === undefined ? null : `/create/${tool.slug}?scene=${encodeURIComponent(scene)}`;
}

/** The screen whose first place takes a file from the address; other forms say so themselves (`ToolForm.address`). */
const TAKES_ASSET: readonly TaskKind[] = ["image2video"];

/** Opens the form of a kind with this file of the team in its first place; null for a kind that cannot begin so yet. */
export function assetLink(kind: TaskKind, assetId: string): string | null {
  const tool = ANY_TOOL[kind];
  return tool === undefined || !TAKES_ASSET.includes(kind) ? null : `/create/${tool.slug}?asset=${assetId}`;
}
