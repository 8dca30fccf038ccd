import { describe, expect, test } from "vitest";
import { createDraftStore, type TextStorage } from "./draft-store.ts";

const KEY = "draft";

function memory(): TextStorage & { text: () => string | null } {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    text: () => entries.get(KEY) ?? null,
  };
}

const refusing: TextStorage = {
  getItem: () => {
    throw new Error("denied");
  },
  setItem: () => {
    throw new Error("full");
  },
};

let clockMs = 0;

function openTab(tabId: string, shared: TextStorage, own: TextStorage = memory()) {
  return createDraftStore<string, string>({
    key: KEY,
    initial: "",
    reduce: (_state, next) => next,
    parse: (value) => (typeof value === "string" ? value : null),
    shared,
    own,
    now: () => ++clockMs,
    tabId,
  });
}

describe("a draft", () => {
  test("is there again after a reload and in a new tab", () => {
    const shared = memory();
    const own = memory();
    openTab("a", shared, own).dispatch("a boat");
    expect(openTab("a", shared, own).read().state).toBe("a boat");
    expect(openTab("b", shared).read().state).toBe("a boat");
  });

  test("stays this tab's own over a reload when another tab saved something newer", () => {
    const shared = memory();
    const own = memory();
    openTab("a", shared, own).dispatch("a boat");
    openTab("b", shared).dispatch("a fox");
    expect(openTab("a", shared, own).read().state).toBe("a boat");
  });

  test("follows another tab while nothing was done here", () => {
    const shared = memory();
    const idle = openTab("a", shared);
    openTab("b", shared).dispatch("a fox");
    idle.hearOtherTab(shared.text());
    expect(idle.read()).toMatchObject({ state: "a fox", rival: null });
  });

  test("is not overwritten by another tab, nor overwrites it, until a person chooses", () => {
    const shared = memory();
    const mine = openTab("a", shared);
    mine.dispatch("a boat");
    openTab("b", shared).dispatch("a fox");
    mine.hearOtherTab(shared.text());
    expect(mine.read()).toMatchObject({ state: "a boat", rival: { state: "a fox", by: null } });

    mine.dispatch("a boat at dawn");
    expect(openTab("c", shared).read().state).toBe("a fox");

    const theirs = openTab("c", shared).read().link.draftId;
    mine.fork("draft_copy");
    expect(mine.read()).toMatchObject({
      state: "a boat at dawn",
      rival: null,
      link: { draftId: "draft_copy", version: 0, isPending: true },
    });
    expect(openTab("d", shared).read().state).toBe("a boat at dawn");
    expect(theirs).not.toBe("draft_copy");
  });

  test("gives way to the other tab's when that one is chosen", () => {
    const shared = memory();
    const mine = openTab("a", shared);
    mine.dispatch("a boat");
    openTab("b", shared).dispatch("a fox");
    mine.hearOtherTab(shared.text());
    mine.takeRival();
    expect(mine.read()).toMatchObject({ state: "a fox", rival: null });
  });

  test("is no rival of another draft: whoever works on one is not asked about the other", () => {
    const shared = memory();
    const mine = openTab("a", shared);
    const other = openTab("b", shared);
    mine.dispatch("a boat");
    other.dispatch("a fox");
    mine.hearOtherTab(shared.text());
    expect(mine.read()).toMatchObject({ state: "a boat", rival: null });
  });

  test("is saved when what the server kept is still what is there, else there is more to save", () => {
    const store = openTab("a", memory());
    store.dispatch("a boat");
    const sent = store.read();
    store.dispatch("a boat at dawn");
    store.markSaved(sent, 1);
    expect(store.read().link).toMatchObject({ version: 1, isPending: true });
    store.markSaved(store.read(), 2);
    expect(store.read().link).toMatchObject({ version: 2, isPending: false });
    const drawn = store.read();
    store.touch();
    store.markSaved(drawn, 3);
    expect(store.read().link).toMatchObject({ version: 3, isPending: true });
  });

  test("learns from another tab which version both are at", () => {
    const shared = memory();
    openTab("a", shared).dispatch("a boat");
    const [mine, other] = [openTab("a", shared), openTab("b", shared)];
    other.markSaved(other.read(), 4);
    mine.hearOtherTab(shared.text());
    expect(mine.read().link.version).toBe(4);
  });

  test("opened instead of another one is what a new tab starts with", () => {
    const shared = memory();
    const store = openTab("a", shared);
    store.dispatch("a boat");
    store.open("a fox", { draftId: "draft_fox", version: 3, isPending: false });
    expect(openTab("b", shared).read()).toMatchObject({ state: "a fox", link: { draftId: "draft_fox" } });
  });

  test("is still usable, and says so, when the browser keeps nothing", () => {
    const store = openTab("a", refusing, refusing);
    store.dispatch("a boat");
    expect(store.read()).toMatchObject({ state: "a boat", isKept: false });
  });

  test.each(["", "{", "null", '{"state":1}', '{"state":7,"updatedAtMs":1,"tabId":"x"}'])(
    "starts empty when what is stored is %j",
    (text) => {
      const shared = memory();
      shared.setItem(KEY, text);
      expect(openTab("a", shared).read().state).toBe("");
    },
  );
});

test("what a server shows is the very same object as long as nothing was kept, so that React need not draw twice", () => {
  const store = openTab("a", memory());
  expect(store.read()).toBe(store.readInitial());
});
