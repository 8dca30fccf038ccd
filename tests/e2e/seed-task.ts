import { bookReservations, reserveUnits } from "#lib/billing/ledger.ts";
import type { TaskStatus } from "#lib/contract/task-status.ts";
import type { TaskFailure } from "#lib/contract/tasks.ts";
import { type SystemTransaction, systemDb } from "#lib/db/client.ts";
import { NO_FACTS } from "#lib/kling/kinds/kind.ts";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import { modelOf } from "#lib/kling/request-words.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { TaskResult } from "#lib/kling/task-result.ts";
import { newId } from "#lib/shared/ids.ts";
import { appendEvents } from "#lib/tasks/append-event.ts";
import { paceOf } from "#lib/tasks/pace.ts";
import { payersOf } from "#lib/tasks/payers.ts";
import { unitsOf } from "#lib/tasks/price-units.ts";
import { upstreamExternalIdOf } from "#lib/tasks/upstream-external-id.ts";
import type { TestMember } from "./fixtures.ts";

type Seed = {
  readonly prompt: string;
  readonly status: Extract<TaskStatus, "queued" | "succeeded" | "failed" | "canceled" | "unknown">;
  readonly request?: Partial<TaskRequest>;
  readonly failure?: TaskFailure;
  readonly result?: TaskResult;
  /** Files that it made. */
  readonly outputs?: readonly { readonly label: OutputLabel; readonly assetId: string }[];
  /** The gateway key that ordered it. */
  readonly apiKeyName?: string;
};

/** A task that has come to this without any provider; the worker leaves it alone. Open pages hear of it. */
export async function seedTask(member: TestMember, seed: Seed): Promise<string> {
  const { teamId, caller } = member;
  const { prompt, status, failure } = seed;
  // A part of a union fits every member of it here: only common fields are ever overridden.
  const request = { ...REQUEST, prompt, ...seed.request } as TaskRequest;
  const connection = await systemDb.connection.findFirstOrThrow({ where: { teamId } });
  const id = newId("task");
  await systemDb.$transaction(async (tx) => {
    await tx.task.create({
      data: {
        id,
        teamId,
        createdById: caller.userId,
        connectionId: connection.id,
        kind: request.kind,
        modelName: modelOf(request),
        prompt,
        request,
        status,
        pace: paceOf(request),
        upstreamExternalId: upstreamExternalIdOf(id, 1),
        nextStepAt: status === "queued" ? FAR_AWAY : null,
        priceUnits: unitsOf(request, NO_FACTS),
        // Nobody would wonder about a task that was never sent.
        submitCalls: status === "unknown" ? 1 : 0,
        ...(failure && { failure, finishedAt: new Date() }),
        ...(seed.result && { result: seed.result }),
        ...(seed.apiKeyName && { apiKeyId: await seedKey(tx, member, seed.apiKeyName) }),
        outputs: {
          create: (seed.outputs ?? []).map(({ label, assetId }, position) => ({
            id: newId("taskOutput"),
            position,
            label,
            assetId,
            upstreamId: `${id}-${position}`,
            upstreamUrl: "https://example.com/gone",
          })),
        },
      },
    });
    // What may still be charged holds a reservation; what is over has given it back.
    if (status === "queued" || status === "unknown") await reserve(tx, { member, taskId: id, request });
    await appendEvents(tx, { teamId, events: [{ taskId: id, type: "created", status }], queue: null });
  });
  return id;
}

async function seedKey(tx: SystemTransaction, member: TestMember, name: string): Promise<string> {
  const id = newId("apiKey");
  const secrets = { prefix: "fw_", keyHash: id, accessKey: id, secretKeySealed: "" };
  const { teamId, caller } = member;
  await tx.apiKey.create({
    data: { id, teamId, createdById: caller.userId, name, scope: "create", ...secrets },
  });
  return id;
}

type Reservation = { readonly member: TestMember; readonly taskId: string; readonly request: TaskRequest };

async function reserve(tx: SystemTransaction, { member, taskId, request }: Reservation): Promise<void> {
  const payers = payersOf(member.caller);
  const units = unitsOf(request, NO_FACTS);
  const reservation = { ...payers, taskId, paidTry: 1, units };
  await reserveUnits(tx, [reservation]);
  await bookReservations(tx, [reservation]);
}

const REQUEST = {
  kind: "text2video",
  model_name: "kling-v2-5-turbo",
  mode: "std",
  duration: "5",
  aspect_ratio: "16:9",
} as const;

/** The sweeper takes up what is due. */
const FAR_AWAY = new Date("2100-01-01T00:00:00Z");

export const REFUSED_CONTENT: TaskFailure = {
  code: 1301,
  message: "Failure to pass the risk control system",
  retryable: false,
};

export const TIMED_OUT: TaskFailure = {
  code: 5002,
  message: "The server timed out internally",
  retryable: true,
};
