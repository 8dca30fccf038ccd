import type { Payers } from "#lib/billing/budgets.ts";
import { type Db, db, type Transaction } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import { querySql } from "#lib/db/pipeline.ts";
import { checkTask } from "#lib/kling/kinds/check-task.ts";
import { type FactsByPath, NO_FACTS } from "#lib/kling/kinds/kind.ts";
import { modelOf, promptOf } from "#lib/kling/request-words.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { packOf, placesOf } from "#lib/kling/resource-pack.ts";
import { type CapabilityPolicy, isSendable, type Violation } from "#lib/kling/violation.ts";
import { AppError } from "#lib/shared/errors.ts";
import { gather } from "#lib/shared/gather.ts";
import { newId } from "#lib/shared/ids.ts";
import type { CreateTasksInput } from "./create-tasks.ts";
import { paceOf } from "./pace.ts";
import { payersOf } from "./payers.ts";
import { priceBookOf, unitsOf } from "./price-units.ts";
import { type RequestInput, resolveInputs } from "./request-inputs.ts";
import { upstreamExternalIdOf } from "./upstream-external-id.ts";
import { upstreamRefusals } from "./upstream-refusals.ts";

/** An order that keeps every rule; whether its payers have room for it is only seen when it is placed. */
export type PreparedOrder = {
  readonly payers: Payers;
  /** Columns of its tasks, one for each take. */
  readonly tasks: readonly TaskRow[];
  /** Files that each of its tasks is made from. */
  readonly inputs: readonly RequestInput[];
};

export type TaskRow = ReturnType<typeof rowOf>;

/** @throws AppError unprocessable with `details.violations`, not_found (picture, connection) */
export async function prepareOrder(
  client: Db | Transaction,
  input: CreateTasksInput,
): Promise<PreparedOrder> {
  const { caller, request, takes = 1 } = input;
  const { teamId } = caller;
  const connection = await findConnectionOrThrow({ teamId, id: input.connectionId });
  const { inputs, facts } = await resolveInputs(client, { teamId, connectionId: connection.id, request });
  refuseViolations(request, { policy: policyOf(connection, input.isSoft), facts });
  refuseAny(await upstreamRefusals(client, { connection, request, facts }));
  const unitsEach = unitsOf(request, facts, priceBookOf(connection));
  const tasks = Array.from({ length: takes }, () => rowOf({ input, connection, unitsEach }));
  return { payers: payersOf(caller), tasks, inputs };
}

/**
 * Refuses what `prepareOrder` would refuse whatever the files turn out to be, so that a door need not fetch them first.
 * @throws AppError unprocessable with `details.violations`, not_found (connection)
 */
export async function refuseEarly({
  caller,
  request,
  isSoft,
}: Pick<CreateTasksInput, "caller" | "request" | "isSoft">): Promise<void> {
  const connection = await findConnectionOrThrow({ teamId: caller.teamId, id: undefined });
  refuseViolations(request, { policy: policyOf(connection, isSoft), facts: NO_FACTS });
  refuseAny(await upstreamRefusals(db, { connection, request, facts: NO_FACTS }));
}

/** Columns of a connection that say what may be ordered there, and at which price. */
type OrderedFrom = Pick<Connection, "id" | "teamId" | "provider" | "preset" | "policy" | "priceBook">;

type WantedConnection = { readonly teamId: string; readonly id: string | undefined };

async function findConnectionOrThrow(wanted: WantedConnection): Promise<OrderedFrom> {
  const connection = await findConnection(wanted);
  if (connection !== undefined) return connection;
  throw new AppError("not_found", "There is no such connection, or it is switched off.");
}

/** Everybody in a team asks for the same one. */
const findConnection = gather<WantedConnection, OrderedFrom | undefined>({
  laneOf: ({ teamId, id = "" }) => `${teamId} ${id}`,
  maxItems: Number.POSITIVE_INFINITY,
  async work(items, lane) {
    const [teamId, id] = lane.split(" ");
    const [value] = await querySql<OrderedFrom>`
      SELECT "id", "teamId", "provider", "preset", "policy", "priceBook" FROM "Connection"
      WHERE "teamId" = ${teamId} AND "isEnabled" AND CASE WHEN ${id} = '' THEN "isDefault" ELSE "id" = ${id} END`;
    return items.map(() => ({ status: "fulfilled", value }));
  },
});

function policyOf({ policy }: OrderedFrom, isSoft = false): CapabilityPolicy {
  const own = policy as CapabilityPolicy; // the column holds nothing else
  return isSoft && own === "strict" ? "warn" : own;
}

type Judging = { readonly policy: CapabilityPolicy; readonly facts: FactsByPath };

function refuseViolations(request: TaskRequest, judging: Judging): void {
  refuseAny(checkTask(request, judging));
}

function refuseAny(violations: readonly Violation[]): void {
  if (isSendable(violations)) return;
  throw new AppError("unprocessable", "This request cannot be carried out as it is.", {
    details: { violations },
  });
}

type NewRow = {
  readonly input: CreateTasksInput;
  readonly connection: OrderedFrom;
  readonly unitsEach: string | null;
};

function rowOf({ input, connection, unitsEach }: NewRow) {
  const { caller, request } = input;
  const id = newId("task");
  return {
    id,
    teamId: caller.teamId,
    createdById: caller.userId,
    apiKeyId: caller.kind === "api_key" ? caller.keyId : null,
    connectionId: connection.id,
    kind: request.kind,
    modelName: modelOf(request),
    prompt: promptOf(request),
    request,
    status: "queued",
    pace: paceOf(request),
    pack: packOf(request),
    places: placesOf(request),
    upstreamExternalId: upstreamExternalIdOf(id, 1),
    priceUnits: unitsEach,
    externalTaskId: input.externalTaskId ?? null,
    dialect: input.dialect ?? "studio",
    askedModel: input.askedModel ?? null,
    extraFields: hasFields(input.extraFields) ? input.extraFields : null,
    callbackUrl: input.callbackUrl ?? null,
    // The order's moment, as the database counts it.
    nextStepAt: "now",
    updatedAt: "now",
  };
}

function hasFields(extraFields: CreateTasksInput["extraFields"]): boolean {
  return extraFields !== undefined && Object.keys(extraFields).length > 0;
}
