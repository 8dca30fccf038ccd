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
    expect(mine.read()).toMatchObject({ state: "a boat", rival: "a fox" });

    mine.dispatch("a boat at dawn");
    expect(openTab("c", shared).read().state).toBe("a fox");

    mine.dropRival();
    expect(mine.read()).toMatchObject({ state: "a boat at dawn", rival: null });
    expect(openTab("c", shared).read().state).toBe("a boat at dawn");
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
