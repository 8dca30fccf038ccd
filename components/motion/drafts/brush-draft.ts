import type { BrushDocument } from "#lib/motion/document.ts";
import { DrawnElsewhere, type Found, type Saved, saveDocument } from "./draft-database.ts";
import { asideKey, connect, forgetAside, loadBoth, talkToTabs } from "./drawing-places.ts";

/** Each draft has a drawing of its own on the same picture. */
export type DrawingOwner = { readonly teamId: string; readonly userId: string; readonly draftId: string };

/** What one person of one team has drawn on one picture; `pictureId` is whatever names the picture in the request. */
export function brushKey({ teamId, userId, draftId }: DrawingOwner, pictureId: string): string {
  return [teamId, userId, draftId, pictureId].join("/");
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
  /** Puts a drawing in its place that none of the steps here led to: who shows it begins anew. */
  readonly replace: (document: BrushDocument) => Promise<void>;
  /** Another number is another drawing. */
  readonly epoch: () => number;
  /** Whether it was drawn here, and not loaded or brought. */
  readonly isDrawnHere: () => boolean;
  /** What another tab drew under the same key meanwhile; until one is chosen neither overwrites the other. */
  readonly rival: () => BrushDocument | null;
  /** Goes on with the other tab's drawing; this one is forgotten. */
  readonly takeRival: () => void;
  /** False when the browser refuses to keep it. */
  readonly isKept: () => boolean;
  /** Told after every step that was taken, never during a stroke. */
  readonly subscribe: (tell: () => void) => () => void;
};

const drafts = new Map<string, Hearing>();
const tellTabs = talkToTabs((key) => drafts.get(key)?.hear());

type Hearing = BrushDraft & { readonly hear: () => void };

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

/** What was last written or read of a place. */
type Place = { readonly saved: Saved; readonly revision: number };

const NOTHING: Place = { saved: new Map(), revision: 0 };

function placeOf(found: Found | null): Place {
  return found === null ? NOTHING : { saved: found.saved, revision: found.revision };
}

function createDraft(key: string): Hearing {
  let document: BrushDocument | null = null;
  let rival: Found | null = null;
  let place = NOTHING;
  let isDrawnHere = false;
  let epoch = 0;
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

  function begin(found: Found | null): void {
    document = found?.document ?? null;
    place = placeOf(found);
    isDrawnHere = false;
    epoch += 1;
  }

  async function load(): Promise<BrushDocument | null> {
    try {
      const { main, aside } = await loadBoth(key);
      if (document !== null) return document; // drawn on while the browser looked: the save tells of a rival
      const own = aside !== null && main !== null ? aside : (main ?? aside);
      begin(own);
      if (aside !== null && main !== null) {
        rival = main;
        isDrawnHere = true;
      }
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
        await keep(written);
      }
    } catch {
      loseKeeping();
    }
    isSaving = false;
  }

  async function keep(drawn: BrushDocument): Promise<void> {
    const save = { key: rival === null ? key : asideKey(key), document: drawn, nowMs: Date.now() };
    try {
      place = await saveDocument(await connect(), { ...save, ...place });
      if (rival === null) tellTabs(key);
    } catch (error) {
      if (!(error instanceof DrawnElsewhere)) throw error;
      await meet();
      if (rival !== null) await keep(drawn);
    }
  }

  /** Another tab was here: follow it, unless something was drawn here too. */
  async function meet(): Promise<void> {
    const { main, aside } = await loadBoth(key);
    if (main === null || (rival === null && main.revision === place.revision)) return;
    if (!isDrawnHere) begin(main);
    else {
      if (rival === null) place = placeOf(aside);
      rival = main;
    }
    tellAll();
  }

  return {
    read: () => document,
    load() {
      loading ??= load();
      return loading.then(() => document);
    },
    write(next) {
      document = next;
      isDrawnHere = true;
      void save();
      tellAll();
    },
    async replace(next) {
      loading ??= load();
      await loading;
      document = next;
      isDrawnHere = false;
      epoch += 1;
      tellAll();
      await save();
    },
    epoch: () => epoch,
    isDrawnHere: () => isDrawnHere,
    rival: () => rival?.document ?? null,
    takeRival() {
      if (rival === null) return;
      begin(rival);
      rival = null;
      void forgetAside(key).catch(loseKeeping);
      tellAll();
    },
    isKept: () => isKept,
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    hear() {
      if (loading !== null) void loading.then(meet).catch(loseKeeping);
    },
  };
}
