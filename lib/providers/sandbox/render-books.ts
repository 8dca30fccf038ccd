import { systemDb } from "#lib/db/client.ts";
import type { TaskResult } from "#lib/kling/task-result.ts";
import type { OpenTask } from "./books.ts";
import type { MadeFile } from "./recipes/recipe.ts";

/** What a render holds while it works; every write names it, so that a frozen process cannot spoil the books. */
export type RenderLease = Pick<OpenTask, "id" | "fence">;

const LEASE_SECONDS = 15;

/** Takes the longest due task that nobody renders; null when there is none. */
export async function claimRender(): Promise<OpenTask | null> {
  const [claimed] = await systemDb.$queryRaw<{ id: string }[]>`
    UPDATE "SandboxTask" SET "state" = 'processing', "fence" = "fence" + 1, "updatedAt" = now(),
      "leaseUntil" = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE "id" = (
      SELECT "id" FROM "SandboxTask"
      WHERE ("state" = 'submitted' AND "startsAt" <= now())
        OR ("state" = 'processing' AND ("leaseUntil" IS NULL OR "leaseUntil" < now()))
      ORDER BY "startsAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED
    ) RETURNING "id"`;
  if (claimed === undefined) return null;
  return systemDb.sandboxTask.findUniqueOrThrow({ where: { id: claimed.id } });
}

/** Renews the lease and tells how far it is. @returns false when somebody else renders it by now */
export async function reportRender({ id, fence }: RenderLease, progress: number): Promise<boolean> {
  const held = await systemDb.$executeRaw`
    UPDATE "SandboxTask" SET "progress" = greatest("progress", ${progress}), "updatedAt" = now(),
      "leaseUntil" = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE "id" = ${id} AND "fence" = ${fence} AND "state" = 'processing'`;
  return held === 1;
}

/** Gives it back at once, so that another worker need not wait for the lease to run out. */
export async function handBackRender({ id, fence }: RenderLease): Promise<void> {
  await systemDb.sandboxTask.updateMany({
    where: { id, fence, state: "processing" },
    data: { leaseUntil: null },
  });
}

/** A finished file and where it is kept. */
export type KeptFile = MadeFile & { readonly key: string };

/** What a finished render leaves in the books. */
export type Made = {
  readonly files: readonly KeptFile[];
  readonly result: TaskResult | null;
  /** Null when no page tells the price. */
  readonly chargedUnits: number | null;
};

export async function finishRender({ id, fence }: RenderLease, made: Made): Promise<void> {
  const { files, ...result } = made;
  await systemDb.sandboxTask.updateMany({
    where: { id, fence, state: "processing" },
    data: { state: "succeeded", progress: 1, files: [...files], result, leaseUntil: null },
  });
}

type RenderFailure = { readonly code: number | null; readonly message: string };

export async function failRender({ id, fence }: RenderLease, failure: RenderFailure): Promise<void> {
  await systemDb.sandboxTask.updateMany({
    where: { id, fence, state: "processing" },
    data: { state: "failed", failure, leaseUntil: null },
  });
}

/** Counts a render that the engine broke off and gives the task back. @returns how often that has happened */
export async function countEngineFailure({ id, fence }: RenderLease): Promise<number> {
  await systemDb.sandboxTask.updateMany({
    where: { id, fence, state: "processing" },
    data: { engineFailures: { increment: 1 }, leaseUntil: null },
  });
  const row = await systemDb.sandboxTask.findUnique({ where: { id }, select: { engineFailures: true } });
  return row?.engineFailures ?? 0;
}
