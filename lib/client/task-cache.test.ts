import { type InfiniteData, QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TaskDetail, TaskFilter, TaskList, TaskSummary } from "#lib/contract/tasks.ts";
import { applyFrame, guardArrivals, placePicture, putBack, resyncTasks } from "./task-cache.ts";
import { taskKeys } from "./task-keys.ts";
import { frameOf, taskId, taskPage, taskPicture } from "./task-picture.fixture.ts";

type Loaded = InfiniteData<TaskList, string | null>;

const running: TaskFilter = { status: "running" };
const trash: TaskFilter = { trash: "true" };

let client: QueryClient;
let stopGuarding: () => void;

beforeEach(() => {
  client = new QueryClient();
  stopGuarding = guardArrivals(client);
});

afterEach(() => {
  stopGuarding();
  client.clear();
});

function load(filter: TaskFilter, tasks: readonly TaskSummary[]): void {
  client.setQueryData<Loaded>(taskKeys.list(filter), loaded(tasks));
}

function loaded(tasks: readonly TaskSummary[]): Loaded {
  return { pages: [{ tasks: [...tasks], nextCursor: null }], pageParams: [null] };
}

function shown(filter: TaskFilter): readonly TaskSummary[] {
  return client.getQueryData<Loaded>(taskKeys.list(filter))?.pages.flatMap((page) => page.tasks) ?? [];
}

describe("applyFrame", () => {
  test("moves a task between filtered lists", () => {
    load({}, [taskPicture(1)]);
    load(running, [taskPicture(1)]);
    load({ status: "succeeded" }, []);
    applyFrame(client, frameOf(taskPicture(1, { seq: 2, status: "succeeded" })));
    expect(shown({}).map((task) => task.status)).toEqual(["succeeded"]);
    expect(shown(running)).toEqual([]);
    expect(shown({ status: "succeeded" })).toHaveLength(1);
  });

  test("ends in the same picture whatever the order and however often frames come", () => {
    const frames = [
      frameOf(taskPicture(1, { seq: 1 })),
      frameOf(taskPicture(1, { seq: 2, status: "processing", progress: 0.4 })),
      frameOf(taskPicture(1, { seq: 3, status: "succeeded", progress: 1 })),
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0, 2, 1],
      [2, 0, 0],
    ]) {
      const tab = new QueryClient();
      tab.setQueryData<Loaded>(taskKeys.list({}), loaded([]));
      tab.setQueryData<Loaded>(taskKeys.list(running), loaded([]));
      for (const frame of order.flatMap((index) => frames[index] ?? [])) applyFrame(tab, frame);
      expect(tab.getQueryData<Loaded>(taskKeys.list({}))?.pages[0]?.tasks).toEqual([frames[2]?.task]);
      expect(tab.getQueryData<Loaded>(taskKeys.list(running))?.pages[0]?.tasks).toEqual([]);
    }
  });

  test("a late frame does not bring back a task that has gone to the trash", () => {
    load({}, [taskPicture(1)]);
    load(trash, []);
    placePicture(client, taskPicture(1, { seq: 5, trashedAt: "2026-11-21T11:00:00.000Z" }));
    applyFrame(client, frameOf(taskPicture(1, { seq: 4 })));
    expect(shown({})).toEqual([]);
    expect(shown(trash)).toHaveLength(1);
  });

  test("a change of status asks for the parts of the page that frames do not carry", () => {
    client.setQueryData<TaskDetail>(taskKeys.detail(taskId(1)), taskPage(1));
    applyFrame(client, frameOf(taskPicture(1, { seq: 2, progress: 0.5 })));
    expect(client.getQueryState(taskKeys.detail(taskId(1)))?.isInvalidated).toBe(false);
    applyFrame(client, frameOf(taskPicture(1, { seq: 3, status: "succeeded" })));
    expect(client.getQueryState(taskKeys.detail(taskId(1)))?.isInvalidated).toBe(true);
  });
});

describe("an answer that left the server before an event", () => {
  test("neither brings an older picture back nor hides a newer task", async () => {
    load({}, [taskPicture(1)]);
    const answer = Promise.withResolvers<TaskList>();
    const fetching = client.fetchInfiniteQuery({
      queryKey: taskKeys.list({}),
      queryFn: () => answer.promise,
      initialPageParam: null,
    });
    applyFrame(client, frameOf(taskPicture(1, { seq: 7, status: "processing" })));
    applyFrame(client, frameOf(taskPicture(2, { seq: 8 })));
    answer.resolve({ tasks: [taskPicture(1)], nextCursor: null });
    await fetching;
    expect(shown({}).map((task) => [task.id, task.status])).toEqual([
      [taskId(2), "queued"],
      [taskId(1), "processing"],
    ]);
  });
});

describe("the queue behind a task that leaves it", () => {
  const first = taskPicture(1, { queuePosition: 0 });
  const second = taskPicture(2, { queuePosition: 1 });
  const gone = { ...first, seq: 3, status: "canceled", queuePosition: null } as const;

  test.each([
    ["the answer to the cancel comes first", ["answer", "frame"]],
    ["the event comes first", ["frame", "answer"]],
    ["only the event comes", ["frame"]],
  ])("moves up once, when %s", (_when, order) => {
    load({}, [second, first]);
    for (const source of order) {
      if (source === "answer") placePicture(client, gone);
      else applyFrame(client, frameOf(gone));
    }
    expect(shown({}).map((task) => task.queuePosition)).toEqual([0, null]);
  });
});

describe("what this tab expects", () => {
  const trashed = taskPicture(1, { trashedAt: "2026-11-21T11:00:00.000Z" });

  test("is taken back when the server refuses it", () => {
    load({}, [taskPicture(1)]);
    placePicture(client, trashed);
    expect(shown({})).toEqual([]);
    putBack(client, taskPicture(1));
    expect(shown({})).toHaveLength(1);
  });

  test("is not taken back over something newer", () => {
    load({}, [taskPicture(1)]);
    placePicture(client, trashed);
    applyFrame(client, frameOf({ ...trashed, seq: 9 }));
    putBack(client, taskPicture(1));
    expect(shown({})).toEqual([]);
  });
});

test("after a gap the lists off screen are dropped and the one on screen keeps its beginning", () => {
  const page: TaskList = { tasks: [taskPicture(1)], nextCursor: taskId(1) };
  const cursors = [null, null, null, null];
  client.setQueryData<Loaded>(taskKeys.list({}), { pages: cursors.map(() => page), pageParams: cursors });
  load(running, [taskPicture(1)]);
  const unwatch = watch({});
  resyncTasks(client);
  unwatch();
  expect(client.getQueryData(taskKeys.list(running))).toBeUndefined();
  expect(client.getQueryData<Loaded>(taskKeys.list({}))?.pages).toHaveLength(2);
});

/** A list on screen. */
function watch(filter: TaskFilter): () => void {
  const observer = new QueryObserver(client, {
    queryKey: taskKeys.list(filter),
    queryFn: () => new Promise(() => {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return observer.subscribe(() => {});
}
