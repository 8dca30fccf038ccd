"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { callApi } from "./api.ts";
import { ApiProblem } from "./api-problem.ts";
import { refreshRadar } from "./archive.ts";
import { createLiveConnection, type LiveState } from "./live-connection.ts";
import { refreshRefused } from "./refused.ts";
import { applyFrame, guardArrivals, resyncTasks } from "./task-cache.ts";

/**
 * A tab that nobody sees lets its stream go after this time: over HTTP/1.1 a browser holds six connections to a
 * server for all tabs together. Coming back, it resumes exactly where it was.
 */
const HIDDEN_GRACE_MS = 3000;

/** A pause this long between two ticks means that the machine slept; its old connection is dead without knowing. */
const TICK_MS = 15_000;
const SLEPT_MS = 60_000;

/**
 * Follows the team's events for as long as the page stands. `after` is the last `seq` that the page's data may
 * contain; null makes the first connection read the data on screen once more.
 */
export function useLiveEvents(after: number | null): void {
  const client = useQueryClient();
  const [start] = useState(after); // a later page's number must not make this tab skip what it has not seen
  useEffect(() => followEvents(client, start), [client, start]);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribe, currentState, () => "connecting" as const);
}

function followEvents(client: QueryClient, after: number | null): () => void {
  const aborter = new AbortController();
  const connection = createLiveConnection(
    {
      openStream: (url) => new EventSource(url),
      isSignedIn: () => askWhetherSignedIn(aborter.signal),
      schedule,
      random: Math.random,
      nowMs: Date.now,
      onFrame: (frame) => {
        applyFrame(client, frame);
        refreshRadar(client, frame);
        refreshRefused(client, frame);
      },
      onGap: () => resyncTasks(client),
      onState: setState,
    },
    after,
  );
  const stopGuarding = guardArrivals(client);
  attendToThePage(connection, aborter.signal);
  return () => {
    aborter.abort();
    connection.pause();
    stopGuarding();
  };
}

type Switches = Pick<ReturnType<typeof createLiveConnection>, "resume" | "pause" | "loseNetwork">;

function attendToThePage(connection: Switches, signal: AbortSignal): void {
  let callOff = () => {};
  const follow = () => {
    callOff();
    if (document.visibilityState === "visible") connection.resume();
    else callOff = schedule(connection.pause, HIDDEN_GRACE_MS);
  };
  const reconnect = () => {
    connection.pause();
    follow();
  };
  document.addEventListener("visibilitychange", follow, { signal });
  addEventListener("online", reconnect, { signal });
  addEventListener("offline", connection.loseNetwork, { signal });
  addEventListener("pagehide", connection.pause, { signal }); // lets the page into the back/forward cache
  addEventListener("pageshow", follow, { signal });
  const stopTicking = onWaking(reconnect);
  signal.addEventListener("abort", () => {
    callOff();
    stopTicking();
  });
  follow();
}

function onWaking(run: () => void): () => void {
  let lastTickMs = Date.now();
  const timer = setInterval(() => {
    const slept = Date.now() - lastTickMs > SLEPT_MS;
    lastTickMs = Date.now();
    if (slept) run();
  }, TICK_MS);
  return () => clearInterval(timer);
}

async function askWhetherSignedIn(signal: AbortSignal): Promise<boolean> {
  try {
    await callApi("GET", "/api/me", { signal });
    return true;
  } catch (error) {
    if (error instanceof ApiProblem && error.code === "unauthenticated") return false;
    throw error;
  }
}

function schedule(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}

// The state of the tab's one connection, outside React because the connection is.
let state: LiveState = "connecting";
const listeners = new Set<() => void>();

function setState(next: LiveState): void {
  state = next;
  for (const tell of listeners) tell();
}

function currentState(): LiveState {
  return state;
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
