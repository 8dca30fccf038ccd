import type { ZodType } from "zod";

/** How the queue treats jobs of one kind. */
export type JobDefinition<S extends ZodType = ZodType> = {
  readonly name: string;
  readonly payload: S;
  /** A job that runs longer than this is taken over: the hard worst case of its step, in seconds. */
  readonly expireInSeconds: number;
  /** Finished jobs are history of no value; how long to keep them, in seconds. */
  readonly deleteAfterSeconds: number;
  /** Jobs of this kind that one worker process runs at a time. */
  readonly parallel: number;
  /** Of these, at most this many of one group, so that a peer that hangs holds up nobody else's. */
  readonly perGroup: number;
  /** How often a worker looks for jobs that became due without a notification, in seconds. At least 0.5. */
  readonly pollSeconds: number;
};

/** The light half of a job: whoever sends it needs not its handler. */
export function defineJob<const S extends ZodType>(definition: JobDefinition<S>): JobDefinition<S> {
  return definition;
}
