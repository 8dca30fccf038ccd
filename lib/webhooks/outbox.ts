import type { SystemTransaction } from "#lib/db/client.ts";
import type { NextAttempt } from "./next-attempt.ts";

/** One message that is to be sent now. */
export type OpenMessage = {
  readonly deliveryId: string;
  /** The `webhook-id`: the same on every attempt. */
  readonly messageId: string;
  readonly url: string;
  readonly body: string;
  /** Each signs. */
  readonly secrets: readonly string[];
  /** Whom a hanging receiver may hold up: see `Queue.enqueueDelivery`. */
  readonly groupId: string;
  /** Attempts that were made before this one. */
  readonly attempts: number;
};

/** What came of an attempt, for the row of its message. */
export type Attempt = {
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly next: NextAttempt;
  readonly now: Date;
};

/** Where messages of one sort wait: callbacks of gateway clients, or events for a team's own receivers. */
export type Outbox = {
  /** `over` also for a delivery that is unknown; `pausing` while its receiver wants to be left alone. */
  readonly open: (
    deliveryId: string,
    now: Date,
  ) => Promise<
    | { readonly type: "open"; readonly message: OpenMessage }
    | {
        readonly type: "pausing";
        readonly delayMs: number;
        readonly message: Pick<OpenMessage, "groupId" | "attempts">;
      }
    | { readonly type: "over" }
  >;
  /** @returns whether this attempt was the one to be recorded; false when another worker has made it as well */
  readonly record: (tx: SystemTransaction, message: OpenMessage, attempt: Attempt) => Promise<boolean>;
};
