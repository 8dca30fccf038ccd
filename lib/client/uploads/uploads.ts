import { newIdempotencyKey } from "../api.ts";
import { type SendDeps, sendFile } from "./send-file.ts";
import type { UploadFile } from "./upload-door.ts";
import { isGoing, reduceUploads, startable, type UploadAction, type UploadList } from "./upload-list.ts";

export type Uploads = {
  readonly read: () => UploadList;
  readonly subscribe: (listener: () => void) => () => void;
  /** Puts a file at the end of the line; what comes of it is in the list, under the id. */
  readonly add: (file: UploadFile, place: string) => string;
  readonly pause: (id: string) => void;
  /** After a pause, and after a refusal that may have been a passing one. */
  readonly resume: (id: string) => void;
  /** Ends it and has the server throw away what it has. */
  readonly cancel: (id: string) => void;
  /** Says that this place is on the screen and shows its file itself, until the answer is called. */
  readonly watch: (place: string) => () => void;
  readonly isWatched: (place: string) => boolean;
  /** Takes a finished one out of the list. */
  readonly dismiss: (id: string) => void;
};

type Running = { readonly file: UploadFile; controller: AbortController };

/** The files of this tab on their way to the studio; lives as long as the page, whatever screen is shown. */
export function createUploads(deps: SendDeps): Uploads {
  const listeners = new Set<() => void>();
  const files = new Map<string, Running>();
  const watched = new Set<string>();
  let list: UploadList = [];

  function tellAll(): void {
    for (const listener of listeners) listener();
  }

  function change(action: UploadAction): void {
    list = reduceUploads(list, action);
    for (const id of startable(list)) void start(id);
    tellAll();
  }

  async function start(id: string): Promise<void> {
    const running = files.get(id);
    if (running === undefined) return;
    running.controller = new AbortController();
    const { signal } = running.controller;
    list = reduceUploads(list, { type: "start", id });
    const say = (action: UploadAction) => !signal.aborted && change(action);
    try {
      const tell = (news: Parameters<Parameters<typeof sendFile>[0]["tell"]>[0]) =>
        void say({ type: "news", id, news });
      const asset = await sendFile({ file: running.file, signal, tell }, deps);
      files.delete(id);
      say({ type: "finish", id, asset });
    } catch (problem) {
      say({ type: "refuse", id, problem });
    }
  }

  function stop(id: string): void {
    files.get(id)?.controller.abort();
  }

  return {
    read: () => list,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (file, place) => {
      const id = newIdempotencyKey();
      files.set(id, { file, controller: new AbortController() });
      change({ type: "add", id, place, name: file.name, bytes: file.file.size });
      return id;
    },
    pause: (id) => {
      stop(id);
      change({ type: "pause", id });
    },
    resume: (id) => change({ type: "resume", id }),
    cancel: (id) => {
      const file = files.get(id)?.file;
      stop(id);
      files.delete(id);
      change({ type: "remove", id });
      if (file !== undefined) void throwAway(file, deps);
    },
    watch: (place) => {
      watched.add(place);
      list = [...list]; // so that whoever shows the others looks again
      tellAll();
      return () => {
        watched.delete(place);
        list = [...list];
        tellAll();
      };
    },
    isWatched: (place) => watched.has(place),
    dismiss: (id) => change({ type: "remove", id }),
  };
}

/** A server that is out of reach throws unfinished files away by itself, later. */
async function throwAway(file: UploadFile, { door, memory }: SendDeps): Promise<void> {
  const path = await memory.recall(file);
  if (path === null) return;
  await memory.forget(file);
  await door.drop(path).catch(() => undefined);
}

/** Whether a closed tab would interrupt something. */
export function areAnyGoing(list: UploadList): boolean {
  return list.some((entry) => isGoing(entry) || entry.state.phase === "queued");
}
