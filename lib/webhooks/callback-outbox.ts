import { systemDb } from "#lib/db/client.ts";
import { resultLinkTo } from "#lib/tasks/result-link.ts";
import { taskViewOf, VIEW_COLUMNS } from "#lib/tasks/task-view.ts";
import { attemptFields } from "./attempt-fields.ts";
import { callbackBody } from "./callback-body.ts";
import { callbackSecretsOf } from "./callback-secrets.ts";
import type { Outbox } from "./outbox.ts";

/** What gateway clients are told at their callback_url. One team's receivers hold up nobody else's. */
export const callbackOutbox: Outbox = {
  async open(deliveryId, now) {
    const delivery = await systemDb.callbackDelivery.findFirst({
      where: { id: deliveryId, deliveredAt: null, givenUpAt: null },
      include: { task: { select: VIEW_COLUMNS } },
    });
    if (delivery === null) return { type: "over" };
    const { teamId, url, status, createdAt, attempts, task } = delivery;
    const view = taskViewOf(task, (assetId) => resultLinkTo(assetId, now));
    return {
      type: "open",
      message: {
        deliveryId,
        messageId: deliveryId,
        url,
        body: callbackBody(view, { status, at: createdAt }),
        secrets: await callbackSecretsOf(teamId, now),
        groupId: teamId,
        attempts,
      },
    };
  },
  async record(tx, { deliveryId, attempts }, attempt) {
    const { count } = await tx.callbackDelivery.updateMany({
      where: { id: deliveryId, attempts, deliveredAt: null, givenUpAt: null },
      data: attemptFields(attempt),
    });
    return count > 0;
  },
};
