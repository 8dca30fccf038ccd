import pino from "pino";
import { env } from "#lib/env.ts";

/** One JSON line per event on stdout. Pass ids, codes and durations; never bodies, prompts, headers or secrets. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
  redact: {
    paths: [
      "password",
      "token",
      "secret",
      "secretKey",
      "authorization",
      "cookie",
      "*.password",
      "*.token",
      "*.secret",
    ],
    censor: "[removed]",
  },
});

/** An error as a log may show it: its kind, its message, its stack; not its properties, which may carry requests. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause === undefined ? {} : { cause: describeError(cause) }) };
}
