import { createHash } from "node:crypto";
import type { FactsByPath, FileFacts } from "#lib/kling/kinds/kind.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { promptOf } from "#lib/kling/request-words.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { mediaOf } from "#lib/kling/requests/request-media.ts";
import { type OpenTask, takeNumberOf } from "./books.ts";
import { inputPath } from "./files.ts";
import { inputFacts } from "./input-facts.ts";
import { withoutOrders } from "./orders.ts";
import type { Order } from "./recipes/recipe.ts";
import { findSession, type Session } from "./sessions.ts";

/** The path under which the video of a session counts among the files of a request that names one. */
const SESSION_PATH = "session_id";

/** Puts together what is known of a task: its words, its files and what is to come out. */
export async function readOrder(task: OpenTask): Promise<Order> {
  const request = task.request as TaskRequest; // written by openTask from a checked one
  const session = await sessionOf(request);
  const files = filesOf(task, session);
  const facts = await factsOf(files);
  const take = await takeNumberOf(task);
  return {
    request,
    prompt: withoutOrders(promptOf(request)),
    // The same request gives the same files; takes that are ordered together are told apart.
    seed: take === 0 ? "" : String(take),
    file(path) {
      const found = files.get(path);
      if (found === undefined) throw new Error(`${task.id} has no file at ${path}`);
      return found.path;
    },
    hasFile: (path) => files.has(path),
    facts,
    plan: kindOf(request.kind).output(request, facts),
    number: numberOf(task.id),
    session: session?.data ?? null,
  };
}

/** The session that a request names; null when it names none or one that has ended. */
export async function sessionOf(request: TaskRequest): Promise<Session | null> {
  return "session_id" in request ? findSession(request.session_id) : null;
}

type InputFile = { readonly path: string; readonly type: Parameters<typeof inputFacts>[1] };

function filesOf(task: OpenTask, session: Session | null): ReadonlyMap<string, InputFile> {
  const request = task.request as TaskRequest; // written by openTask from a checked one
  const own = mediaOf(request).map(({ path, field }) => {
    const file: InputFile = { path: inputPath(task.externalId, path), type: field.type };
    return [path, file] as const;
  });
  if (session === null) return new Map(own);
  const video: InputFile = { path: inputPath(session.externalId, session.data.videoRole), type: "video" };
  return new Map([...own, [SESSION_PATH, video]]);
}

async function factsOf(files: ReadonlyMap<string, InputFile>): Promise<FactsByPath> {
  const facts = new Map<string, FileFacts>();
  for (const [at, { path, type }] of files) {
    const known = await inputFacts(path, type);
    if (known !== null) facts.set(at, known);
  }
  return facts;
}

const SMALLEST = 10n ** 17n;

/** 18 digits, as upstream's numbers have; the same for the same task. */
function numberOf(taskId: string): string {
  const hash = createHash("sha256").update(taskId).digest("hex").slice(0, 16);
  return String(SMALLEST + (BigInt(`0x${hash}`) % (9n * SMALLEST)));
}
