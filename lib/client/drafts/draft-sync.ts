import type { DraftSummary, DraftVisibility, KeptDraft } from "#lib/contract/drafts.ts";
import { ApiProblem } from "../api-problem.ts";
import { type DraftStore, type DraftView, freshLink } from "../draft-store.ts";
import { newDraftId } from "../new-draft-id.ts";
import type { ArrivedDraft, DraftTool } from "./draft-tool.ts";

/** The server's calls, handed in. */
export type DraftApi = {
  readonly get: (draftId: string) => Promise<KeptDraft>;
  readonly save: typeof import("./draft-api.ts").saveDraft;
  readonly conflictOf: typeof import("./draft-api.ts").conflictOf;
};

export type SyncStep = "quiet" | "waiting" | "saving" | "saved" | "offline" | "refused";

export type SyncView = {
  readonly step: SyncStep;
  readonly savedAtMs: number | null;
  /** As the server last described it. */
  readonly summary: DraftSummary | null;
  /** Another tab drew on the same picture. */
  readonly hasBesideRival: boolean;
  /** Whether the draft was deleted, or taken back, and goes on here as a new one. */
  readonly wasOrphaned: boolean;
};

export type DraftSync<State = never> = {
  readonly read: () => SyncView;
  readonly subscribe: (tell: () => void) => () => void;
  /** Saves at once what is not saved; whether the server has all of it now. */
  readonly flush: (wish?: { visibility?: DraftVisibility }) => Promise<boolean>;
  /** Looks whether somebody else saved meanwhile. */
  readonly check: () => Promise<void>;
  /** Saves what is here, then goes on with a draft of the server; false when what is here could not be saved. @throws ApiProblem */
  readonly open: (draftId: string) => Promise<boolean>;
  /** The same with a draft that is not there yet. */
  readonly begin: (state: State) => Promise<boolean>;
  /** What the others made of it goes on here. */
  readonly takeTheirs: () => Promise<void>;
  /** What was made here goes on as a draft of its own. */
  readonly keepAsCopy: () => Promise<void>;
  /** Lets go of a draft that was deleted here, whatever was not saved of it. */
  readonly abandon: (state: State) => void;
  readonly describe: (summary: DraftSummary) => void;
  readonly close: () => void;
};

type Setup<State> = {
  readonly store: DraftStore<State, never>;
  readonly tool: DraftTool<State>;
  readonly api: DraftApi;
  readonly now: () => number;
};

/** Long enough for a sentence to go on, short enough that a crash of the machine costs one at most. */
const QUIET_MS = 1_200;
const RETRY_MS = [4_000, 10_000, 30_000] as const;

const FIRST: SyncView = {
  step: "quiet",
  savedAtMs: null,
  summary: null,
  hasBesideRival: false,
  wasOrphaned: false,
};

/** Keeps the draft of a store on the server too, whenever it rests; the browser's own copy stays the first one. */
export function createDraftSync<State>({ store, tool, api, now }: Setup<State>): DraftSync<State> {
  const listeners = new Set<() => void>();
  let view = FIRST;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let running: Promise<boolean> | null = null;
  let theirs: ArrivedDraft<State> | null = null;
  let unwatch = watch();
  let watched = store.read();

  function show(next: Partial<SyncView>): void {
    view = { ...view, ...next };
    for (const tell of listeners) tell();
  }

  function later(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delayMs);
  }

  function isWorthSaving({ state, link, rival }: DraftView<State>): boolean {
    if (!link.isPending || rival !== null || view.hasBesideRival) return false;
    return link.version > 0 || tool.hasContent(state);
  }

  function watch(): () => void {
    const { state, link } = store.read();
    const look = () => {
      const present = store.read();
      const hasBesideRival = tool.beside?.hasRival(present.state, present.link.draftId) ?? false;
      if (hasBesideRival !== view.hasBesideRival) show({ hasBesideRival });
    };
    look();
    return (
      tool.beside?.watch(state, link.draftId, (isMadeHere) => {
        look();
        if (isMadeHere && !view.hasBesideRival) store.touch();
      }) ?? (() => {})
    );
  }

  function onStore(): void {
    const present = store.read();
    if (present.link.draftId !== watched.link.draftId || present.state !== watched.state) {
      if (present.link.draftId !== watched.link.draftId)
        show({ step: "quiet", savedAtMs: null, summary: null, wasOrphaned: false });
      unwatch();
      unwatch = watch();
    }
    const isChanged = present.state !== watched.state || present.link !== watched.link;
    watched = present;
    if (!isChanged || !isWorthSaving(present) || running !== null) return;
    if (view.step !== "offline") show({ step: "waiting" });
    later(QUIET_MS);
  }

  /** One at a time; whoever asks meanwhile gets one more round. */
  async function flush(wish: { visibility?: DraftVisibility } = {}): Promise<boolean> {
    clearTimeout(timer);
    while (running !== null) await running;
    running = save(wish).finally(() => {
      running = null;
    });
    const isSaved = await running;
    if (isSaved && isWorthSaving(store.read())) later(QUIET_MS);
    return isSaved;
  }

  async function save({ visibility }: { visibility?: DraftVisibility }): Promise<boolean> {
    const sent = store.read();
    const { state, link } = sent;
    if (sent.rival !== null || view.hasBesideRival) return false;
    if (!isWorthSaving(sent) && !(link.version === 0 && visibility !== undefined)) return link.version > 0;
    show({ step: "saving" });
    try {
      const content = await tool.pack(state, link.draftId);
      const wishes = link.version === 0 && visibility !== undefined ? { visibility } : {};
      const saved = await api.save(link.draftId, { ...content, ...wishes, expectedVersion: link.version });
      keptAs(sent, saved);
      return true;
    } catch (error) {
      return failed(sent, error);
    }
  }

  function keptAs(sent: DraftView<State>, saved: DraftSummary): void {
    failures = 0;
    if (store.read().link.draftId === sent.link.draftId) store.markSaved(sent, saved.version);
    show({ step: "saved", savedAtMs: now(), summary: saved });
  }

  async function failed(sent: DraftView<State>, error: unknown): Promise<boolean> {
    const conflict = api.conflictOf(error);
    if (conflict?.newer) return meet(sent, conflict.newer);
    if (conflict !== null || (error instanceof ApiProblem && error.code === "not_found")) {
      await orphan(sent);
      return false;
    }
    const isPassing = !(error instanceof ApiProblem) || error.isPassing || error.status >= 500;
    show({ step: isPassing ? "offline" : "refused" });
    if (isPassing) {
      later(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? QUIET_MS);
      failures += 1;
    }
    return false;
  }

  /** It was deleted or taken back from the team: what is here goes on as a draft of its own. */
  async function orphan({ state, link }: DraftView<State>): Promise<void> {
    const draftId = newDraftId(now());
    await tool.beside?.copy(state, link.draftId, draftId);
    store.fork(draftId);
    show({ step: "waiting", wasOrphaned: true });
    later(QUIET_MS);
  }

  /** Somebody saved a newer one. When it is what was sent, the answer to an earlier try was lost. */
  async function meet(sent: DraftView<State>, newer: KeptDraft): Promise<boolean> {
    const content = await tool.pack(sent.state, sent.link.draftId);
    if (JSON.stringify(content.state) === JSON.stringify(newer.state)) {
      keptAs(sent, newer);
      return true;
    }
    const arrived = await tool.unpack(newer.state);
    if (arrived === null) {
      await orphan(sent);
      return false;
    }
    theirs = arrived;
    const link = { draftId: newer.id, version: newer.version, isPending: false };
    const by = newer.editor?.name ?? "";
    store.offer({ state: arrived.state, link, by, savedAtMs: Date.parse(newer.savedAt) });
    show({ step: "waiting", summary: newer });
    return false;
  }

  async function put(arrived: ArrivedDraft<State>, kept: KeptDraft): Promise<void> {
    await arrived.bring(kept.id);
    store.open(arrived.state, { draftId: kept.id, version: kept.version, isPending: false });
    show({ step: "saved", savedAtMs: Date.parse(kept.savedAt), summary: kept });
  }

  async function check(): Promise<void> {
    const before = store.read();
    if (before.link.version === 0 || before.rival !== null || running !== null) return;
    const kept = await api.get(before.link.draftId).catch(() => null); // the next save tells what is wrong
    if (kept === null || store.read().link !== before.link) return;
    show({ summary: kept });
    if (kept.version <= before.link.version) return;
    if (before.link.isPending) return void flush();
    const arrived = await tool.unpack(kept.state);
    if (arrived !== null && store.read().link === before.link) await put(arrived, kept);
  }

  /** Whether what is here can give way to another draft. */
  async function isSafe(): Promise<boolean> {
    const { state, link, rival } = store.read();
    if (rival !== null || view.hasBesideRival) return false;
    return !link.isPending || (link.version === 0 && !tool.hasContent(state)) || flush();
  }

  const forget = store.subscribe(onStore);
  if (isWorthSaving(watched)) later(QUIET_MS);
  return {
    read: () => view,
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    flush,
    check,
    async begin(state) {
      if (!(await isSafe())) return false;
      store.open(state, freshLink(newDraftId(now())));
      return true;
    },
    async open(draftId) {
      if (!(await isSafe())) return false;
      const kept = await api.get(draftId);
      const arrived = await tool.unpack(kept.state);
      if (arrived !== null) await put(arrived, kept);
      return arrived !== null;
    },
    async takeTheirs() {
      const { state, link, rival } = store.read();
      tool.beside?.takeRival(state, link.draftId);
      if (rival !== null && rival.by !== null) await theirs?.bring(link.draftId);
      store.takeRival();
      theirs = null;
    },
    async keepAsCopy() {
      const { state, link } = store.read();
      const draftId = newDraftId(now());
      await tool.beside?.copy(state, link.draftId, draftId);
      store.fork(draftId);
      tool.beside?.takeRival(state, link.draftId);
      theirs = null;
    },
    abandon: (state) => store.open(state, freshLink(newDraftId(now()))),
    describe: (summary) => show({ summary }),
    close() {
      clearTimeout(timer);
      unwatch();
      forget();
    },
  };
}
