import { crashPoint } from "#lib/crash-point.ts";
import { env } from "#lib/env.ts";
import { findBusinessCode } from "#lib/kling/codes.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { PRESET_ELEMENTS } from "#lib/kling/preset-elements.ts";
import { PRESET_VOICES } from "#lib/kling/preset-voices.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { mediaOf } from "#lib/kling/requests/request-media.ts";
import type { Provider, Submission, SubmitOutcome } from "#lib/providers/provider.ts";
import { countRefusal, findById, findOpened, openTask } from "./books.ts";
import { keepInput } from "./files.ts";
import { openOutput } from "./open-output.ts";
import { type PracticeOrders, readOrders } from "./orders.ts";
import { practiceTextOf } from "./practice-text.ts";
import { providerTaskOf } from "./provider-task.ts";
import { sessionOf } from "./read-order.ts";
import { resourcePacks } from "./resource-packs.ts";
import { changeSelection } from "./selections.ts";

/** An upstream in our own house. It refuses duplicates by returning the first task, as class A demands. */
export const sandboxProvider: Provider = {
  submissionClass: () => "A",
  submit,
  // Its books have one row for each id of ours, whoever comes at the same time.
  quietMs: 0,
  async findByExternalId(externalId) {
    const task = await findOpened(externalId);
    return task && providerTaskOf(task);
  },
  async query(upstreamTaskId) {
    const task = await findById(upstreamTaskId);
    return task && providerTaskOf(task);
  },
  // It is in our own house and its clips take seconds.
  leastLookMs: 500,
  openOutput,
  changeSelection,
  resourcePacks,
  async presetElements() {
    return PRESET_ELEMENTS.map(({ id, name, description, tagIds }) => ({
      id,
      name,
      description,
      tagIds,
      pictureUrl: null,
    }));
  },
  async presetVoices() {
    return PRESET_VOICES.map(({ id, name }) => ({ id, name, trialUrl: null }));
  },
  // An element or a voice is only a number here: there is nothing to be deleted.
  async deleteKept() {
    return "deleted";
  },
};

async function submit({ request, externalId, readInput }: Submission): Promise<SubmitOutcome> {
  const known = await findOpened(externalId);
  if (known !== null) return { kind: "accepted", task: providerTaskOf(known) };
  const orders = readOrders(practiceTextOf(request));
  const turnedAway = await turnAway({ request, externalId, orders });
  if (turnedAway !== null) return turnedAway;
  const inputs: Record<string, string> = {};
  for (const { path } of mediaOf(request)) inputs[path] = await keepInput(await readInput(path));
  const isAtOnce = kindOf(request.kind).answers === "at_once";
  const queueSeconds = isAtOnce ? 0 : env.SANDBOX_QUEUE_SECONDS;
  const opened = await openTask({ externalId, request, inputs, queueSeconds });
  crashPoint("sandbox:opened");
  if (opened && orders.lose === "reply")
    return { kind: "doubtful", message: "the reply was lost, as ordered" };
  const task = await findOpened(externalId);
  if (task === null) throw new Error(`the sandbox lost ${externalId}`);
  return { kind: "accepted", task: providerTaskOf(task) };
}

type Call = { readonly request: TaskRequest; readonly externalId: string; readonly orders: PracticeOrders };

async function turnAway({ request, externalId, orders }: Call): Promise<SubmitOutcome | null> {
  if ("session_id" in request && (await sessionOf(request)) === null) return refusal(NO_SUCH_SESSION);
  if (orders.refuse === null && orders.lose !== "call") return null;
  const calls = await countRefusal(externalId, request);
  if (orders.lose === "call")
    return calls > 1 ? null : { kind: "doubtful", message: "the call was lost, as ordered" };
  if (orders.refuse === null || calls > orders.refuse.times) return null;
  return refusal(orders.refuse.code);
}

/** What upstream says of values that cannot be used. */
const NO_SUCH_SESSION = 1201;

function refusal(code: number): SubmitOutcome {
  const known = findBusinessCode(code);
  return { kind: "refused", code, message: known?.message ?? "", retryable: known?.retryable === true };
}
