import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { KeptDraft, SaveDraft } from "#lib/contract/drafts.ts";
import { ApiProblem } from "../api-problem.ts";
import { createDraftStore } from "../draft-store.ts";
import { conflictOf } from "./draft-api.ts";
import { createDraftSync } from "./draft-sync.ts";
import type { DraftTool } from "./draft-tool.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const tool: DraftTool<string> = {
  hasContent: (text) => text !== "",
  pack: async (text) => ({ tool: "text-to-video", state: { text }, words: text, pictureId: null }),
  unpack: async (value) => {
    const { text } = value as { text?: unknown };
    return typeof text === "string" ? { state: text, bring: async () => {} } : null;
  },
};

function problem(status: number, code: ApiProblem["code"], details = {}): ApiProblem {
  return new ApiProblem({ status, code, detail: "", details });
}

/** A server of one table, as `lib/drafts` behaves; `fail` breaks the next answer, after or before it took effect. */
function makeServer() {
  const rows = new Map<string, KeptDraft>();
  let failing: "before" | "after" | null = null;
  const saves: number[] = [];
  const kept = (id: string, save: SaveDraft, version: number): KeptDraft => ({
    id,
    ...save,
    name: "",
    visibility: "private",
    version,
    author: null,
    editor: { userId: "u", name: "Ada" },
    savedAt: new Date(0).toISOString(),
    isTrashed: false,
    mayEdit: true,
    mayShare: true,
    mayTrash: true,
  });
  return {
    rows,
    saves,
    fail: (when: typeof failing) => {
      failing = when;
    },
    put: (id: string, text: string, version: number) =>
      rows.set(id, kept(id, { ...BODY, state: { text }, words: text, expectedVersion: 0 }, version)),
    api: {
      conflictOf,
      async get(id: string) {
        const row = rows.get(id);
        if (row === undefined) throw problem(404, "not_found");
        return row;
      },
      async save(id: string, save: SaveDraft) {
        saves.push(save.expectedVersion);
        const lost = failing;
        failing = null;
        if (lost === "before") throw problem(0, "offline");
        const there = rows.get(id);
        if ((there?.version ?? 0) !== save.expectedVersion)
          throw there ? problem(409, "conflict", { newer: there }) : problem(404, "not_found");
        const row = kept(id, save, save.expectedVersion + 1);
        rows.set(id, row);
        if (lost === "after") throw problem(0, "unreachable");
        return row;
      },
    },
  };
}

const BODY = { tool: "text-to-video", pictureId: null };

function open() {
  const server = makeServer();
  const forget = { getItem: () => null, setItem: () => {} };
  const store = createDraftStore<string, string>({
    key: "draft",
    initial: "",
    reduce: (_, next) => next,
    parse: (value) => (typeof value === "string" ? value : null),
    shared: forget,
    own: forget,
    now: Date.now,
    tabId: "a",
  });
  const sync = createDraftSync({ store, tool, api: server.api, now: Date.now });
  return { server, store, sync, id: () => store.read().link.draftId };
}

const rest = (ms = 2_000) => vi.advanceTimersByTimeAsync(ms);

describe("a draft that rests", () => {
  test("is saved once, however many letters were typed, and says so", async () => {
    const { server, store, sync, id } = open();
    for (const text of ["a", "a ", "a boat"]) store.dispatch(text);
    expect(sync.read().step).toBe("waiting");
    await rest();
    expect(server.saves).toEqual([0]);
    expect(server.rows.get(id())).toMatchObject({ version: 1, words: "a boat" });
    expect(sync.read().step).toBe("saved");
    expect(store.read().link).toMatchObject({ version: 1, isPending: false });
  });

  test("with nothing in it is not sent", async () => {
    const { server, store } = open();
    store.dispatch("a");
    store.dispatch("");
    await rest();
    expect(server.saves).toEqual([]);
  });

  test("is sent again after the network has come back, and until then is told to be in the browser", async () => {
    const { server, store, sync, id } = open();
    server.fail("before");
    store.dispatch("a boat");
    await rest();
    expect(sync.read().step).toBe("offline");
    await rest(5_000);
    expect(server.rows.get(id())?.words).toBe("a boat");
    expect(sync.read().step).toBe("saved");
  });

  test("whose answer was lost is not taken for somebody else's", async () => {
    const { server, store, sync, id } = open();
    server.fail("after");
    store.dispatch("a boat");
    await rest(8_000);
    expect(store.read()).toMatchObject({ rival: null, link: { version: 1, isPending: false } });
    expect(sync.read().step).toBe("saved");
    expect(server.rows.get(id())?.version).toBe(1);
  });
});

describe("somebody else's newer version", () => {
  async function withConflict() {
    const it = open();
    it.store.dispatch("a boat");
    await rest();
    it.server.put(it.id(), "a fox", 2);
    it.store.dispatch("a blue boat");
    await rest();
    return it;
  }

  test("is offered, and neither is overwritten, however long one goes on", async () => {
    const { server, store, id } = await withConflict();
    expect(store.read()).toMatchObject({ state: "a blue boat", rival: { state: "a fox", by: "Ada" } });
    store.dispatch("a blue boat at dawn");
    await rest(60_000);
    expect(server.rows.get(id())?.words).toBe("a fox");
  });

  test("stays beside one's own, which goes on as a draft of its own", async () => {
    const { server, store, sync, id } = await withConflict();
    const before = id();
    await sync.keepAsCopy();
    await rest();
    expect(server.rows.get(before)?.words).toBe("a fox");
    expect(server.rows.get(id())?.words).toBe("a blue boat");
    expect(store.read().rival).toBeNull();
  });

  test("is gone on with when it is chosen", async () => {
    const { server, store, sync, id } = await withConflict();
    await sync.takeTheirs();
    store.dispatch("two foxes");
    await rest();
    expect(server.rows.get(id())).toMatchObject({ words: "two foxes", version: 3 });
  });

  test("takes its place by itself where nothing would be lost", async () => {
    const { server, store, sync, id } = open();
    store.dispatch("a boat");
    await rest();
    server.put(id(), "a boat at dawn", 2);
    await sync.check();
    expect(store.read()).toMatchObject({ state: "a boat at dawn", link: { version: 2, isPending: false } });
  });
});

test("a draft that was deleted elsewhere goes on as a new one, and says so", async () => {
  const { server, store, sync, id } = open();
  store.dispatch("a boat");
  await rest();
  const before = id();
  server.rows.delete(before);
  store.dispatch("a boat at dawn");
  await rest(4_000);
  expect(id()).not.toBe(before);
  expect(server.rows.get(id())?.words).toBe("a boat at dawn");
  expect(sync.read()).toMatchObject({ step: "saved", wasOrphaned: true });
});

test("nothing is opened over what could not be saved", async () => {
  const { server, store, sync } = open();
  server.put("draft_other", "a fox", 1);
  server.fail("before");
  store.dispatch("a boat");
  expect(await sync.open("draft_other")).toBe(false);
  expect(store.read().state).toBe("a boat");
  expect(await sync.open("draft_other")).toBe(true);
  expect(store.read()).toMatchObject({ state: "a fox", link: { draftId: "draft_other", version: 1 } });
});
