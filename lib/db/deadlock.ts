import { DatabaseError } from "pg";

const DEADLOCK_DETECTED = "40P01";

/** Whether PostgreSQL ended this transaction because it and another waited for each other: nothing of it happened, and it may be tried again. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === DEADLOCK_DETECTED;
}
