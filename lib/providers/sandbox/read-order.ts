import { createHash } from "node:crypto";
import { join } from "node:path";
import type { FactsByPath, FileFacts } from "#lib/kling/kinds/kind.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { promptOf } from "#lib/kling/request-words.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { mediaOf } from "#lib/kling/requests/request-media.ts";
import { findOpened, inputsOf, type OpenTask, takeNumberOf } from "./books.ts";
import { bringInput } from "./files.ts";
import { inputFacts } from "./input-facts.ts";
import { withoutOrders } from "./orders.ts";
import type { Order } from "./recipes/recipe.ts";
import { findSession, type Session } from "./sessions.ts";

/** The path under which the video of a session counts among the files of a request that names one. */
const SESSION_PATH = "session_id";

/** Puts together what is known of a task: its words, its files, which come into `workDir`, and what is to come out. */
export async function readOrder(task: OpenTask, workDir: string): Promise<Order> {
  const request = task.request as TaskRequest; // written by openTask from a checked one
  const session = await sessionOf(request);
  const files = await filesOf(task, { session, workDir });
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

type Bringing = { readonly session: Session | null; readonly workDir: string };

async function filesOf(
  task: OpenTask,
  { session, workDir }: Bringing,
): Promise<ReadonlyMap<string, InputFile>> {
  const request = task.request as TaskRequest; // written by openTask from a checked one
  const inputs = inputsOf(task);
  const wanted = mediaOf(request).map(({ path, field }) => ({
    at: path,
    key: inputs[path],
    type: field.type,
  }));
  if (session !== null) {
    const opener = await findOpened(session.externalId);
    const key = opener === null ? undefined : inputsOf(opener)[session.data.videoRole];
    wanted.push({ at: SESSION_PATH, key, type: "video" });
  }
  const files = new Map<string, InputFile>();
  for (const { at, key, type } of wanted) {
    const path = join(workDir, "inputs", String(files.size));
    if (key !== undefined) await bringInput(key, path);
    files.set(at, { path, type });
  }
  return files;
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
