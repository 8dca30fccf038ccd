import { systemDb } from "#lib/db/client.ts";
import type { CallbackTarget } from "#lib/secrets/callback-token.ts";
import { openUpstreamCallbackSecret } from "#lib/secrets/upstream-callback-secret.ts";
import { AppError } from "#lib/shared/errors.ts";
import { hintTask } from "#lib/tasks/hint-task.ts";
import { countRefusedCallback } from "./refused-callbacks.ts";
import { verifySignature } from "./verify-signature.ts";

type Callback = {
  /** What the address was made for. */
  readonly target: CallbackTarget;
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly now: Date;
};

/**
 * An upstream tells of a task. Whatever it says is only a reason to go and look: nothing of it is read, so that repeats,
 * wrong order and lies change nothing but the time of the next look.
 * @throws AppError not_found, as for an address that nobody made, when this upstream signs and the signature is not good
 */
export async function receiveCallback({ target, ...received }: Callback): Promise<void> {
  const { connection } =
    (await systemDb.task.findUnique({ where: { id: target.taskId }, select: { connection: true } })) ?? {};
  if (connection === undefined) return;
  const secret = openUpstreamCallbackSecret(connection);
  if (secret !== null && !(await isFirst(connection.id, messageIdOrThrow(secret, received)))) return;
  await hintTask(target);
}

function messageIdOrThrow(secret: string, received: Omit<Callback, "target">): string {
  const verdict = verifySignature(secret, received);
  if (verdict.ok) return verdict.messageId;
  countRefusedCallback(verdict.fault);
  throw new AppError("not_found", "There is no such thing.");
}

/** Ids are remembered for longer than a signature is good. */
async function isFirst(connectionId: string, messageId: string): Promise<boolean> {
  const remembered = await systemDb.$executeRaw`
    INSERT INTO "SeenCallback" ("id") VALUES (${`${connectionId} ${messageId}`}) ON CONFLICT DO NOTHING`;
  if (remembered === 0) countRefusedCallback("replayed");
  return remembered === 1;
}
