import type { Connection } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/shared/errors.ts";

/**
 * The sandbox has one set of books for all teams and asks nobody for a credential: an id there proves nothing about whose the task
 * is, so none may be named by it.
 * @throws AppError unprocessable
 */
export function refuseShared({ provider }: Pick<Connection, "provider">): void {
  if (provider !== "sandbox") return;
  throw new AppError("unprocessable", "The sandbox makes nothing elsewhere that could be taken over.", {
    details: { path: "connectionId" },
  });
}
