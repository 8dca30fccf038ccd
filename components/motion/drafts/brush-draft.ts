import type { BrushDocument } from "#lib/motion/document.ts";
import {
  forgetOldDocuments,
  loadDocument,
  openDraftDatabase,
  type Saved,
  saveDocument,
} from "./draft-database.ts";

export type DraftOwner = { readonly teamId: string; readonly userId: string };

/** What one person of one team has drawn on one picture; `pictureId` is whatever names the picture in the request. */
export function brushKey({ teamId, userId }: DraftOwner, pictureId: string): string {
  return [teamId, userId, pictureId].join("/");
}

/**
 * The drawing on one picture, outside React: the canvas writes it, the order form and the animatic read it. Kept by the
 * browser after every step, so that a reload or a crash loses nothing; where it keeps nothing, in memory only.
 */
export type BrushDraft = {
  /** What is known now: null when nothing was drawn, or nothing has been loaded yet. */
  readonly read: () => BrushDocument | null;
  /** What is drawn, once the browser has looked. */
  readonly load: () => Promise<BrushDocument | null>;
  readonly write: (document: BrushDocument) => void;
  /** False when the browser refuses to keep it. */
  readonly isKept: () => boolean;
  /** Told after every step that was taken, never during a stroke. */
  readonly subscribe: (tell: () => void) => () => void;
};

const drafts = new Map<string, BrushDraft>();

/** The one draft of this key in this tab. */
export function brushDraft(key: string): BrushDraft {
  const known = drafts.get(key);
  if (known !== undefined) return known;
  const draft = createDraft(key);
  drafts.set(key, draft);
  return draft;
}

/** For ordering: what is drawn on the picture, also when the canvas was never opened in this tab. */
export function readBrush(key: string): Promise<BrushDocument | null> {
  return brushDraft(key).load();
}

let database: Promise<IDBDatabase> | null = null;

/** One connection for the tab; the first one also tidies up. */
function connect(): Promise<IDBDatabase> {
  database ??= openDraftDatabase().then(async (opened) => {
    await forgetOldDocuments(opened);
    return opened;
  });
  return database;
}

function createDraft(key: string): BrushDraft {
  let document: BrushDocument | null = null;
  let saved: Saved = new Map();
  let isKept = true;
  let loading: Promise<BrushDocument | null> | null = null;
  let isSaving = false;
  const listeners = new Set<() => void>();
  const tellAll = () => {
    for (const tell of listeners) tell();
  };
  const loseKeeping = () => {
    isKept = false;
    tellAll();
  };

  async function load(): Promise<BrushDocument | null> {
    try {
      const found = await loadDocument(await connect(), key);
      if (found !== null && document === null) ({ document, saved } = found);
      tellAll();
    } catch {
      loseKeeping(); // the drawing goes on in memory, and the canvas says so
    }
    return document;
  }

  /** One save at a time; what came meanwhile goes with the next. */
  async function save(): Promise<void> {
    if (isSaving) return;
    isSaving = true;
    let written: BrushDocument | null = null;
    try {
      while (isKept && document !== null && document !== written) {
        written = document;
        saved = await saveDocument(await connect(), { key, document: written, saved, nowMs: Date.now() });
      }
    } catch {
      loseKeeping();
    }
    isSaving = false;
  }

  return {
    read: () => document,
    load() {
      loading ??= load();
      return loading.then(() => document);
    },
    write(next) {
      document = next;
      void save();
      tellAll();
    },
    isKept: () => isKept,
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}
