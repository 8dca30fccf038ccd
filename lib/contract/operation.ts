import type { ZodType } from "zod";
import type { Audited } from "./audit-actions.ts";
import type { Action } from "./permissions.ts";

/**
 * Who may call a route. `public`: anyone. `user`: anyone signed in, team or not. `member`: a signed-in
 * member of the active team whose role allows `action`. `api_key`: a gateway key whose scope allows it.
 * `upstream`: whoever was given the address with an order, proved by its `token`.
 */
export type Access =
  | { readonly kind: "public" }
  | { readonly kind: "user" }
  | { readonly kind: "member"; readonly action: Action }
  | { readonly kind: "api_key"; readonly action: Action }
  | { readonly kind: "upstream" };

/**
 * How often one address or one principal may call (`lib/http/rate-classes.ts`). `credentials`: tries at
 * passwords and links. `costly`: spends money or storage. `write`: makes something that is not cheap to undo.
 * `callback`: makes us ask upstream.
 */
export type RateClass = "credentials" | "costly" | "write" | "callback";

/**
 * One route of the studio, as data: the handler, the OpenAPI document and the authorization tests all read
 * it. Paths are written as in OpenAPI, e.g. `/api/tasks/{taskId}`.
 */
export type Operation = {
  readonly id: string;
  readonly method: "GET" | "HEAD" | "OPTIONS" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: ZodType;
  readonly query?: ZodType;
  /**
   * A zod schema for JSON; "bytes" for a raw upload whose content type the use case checks; "stream" for one that is too large to be
   * held and that the use case reads and counts itself.
   */
  readonly body?: ZodType | "bytes" | "stream";
  /** Largest accepted body in bytes; 1 MiB unless told. */
  readonly maxBodyBytes?: number;
  /** "stream" for answers that are not JSON: media, server-sent events. Absent: 204 without a body. */
  readonly response?: ZodType | "stream";
  /** Success status; 200 unless told, 204 without a response. */
  readonly status?: number;
  /** Repeats with the same Idempotency-Key get the first answer. The header is then required. */
  readonly idempotent?: boolean;
  /** Without one, calls are not counted. */
  readonly rateClass?: RateClass;
  /** What it leaves in the audit log. Whatever does not only read says so, also when it is nothing. */
  readonly audit?: Audited;
};

/** Methods that change nothing. */
export const READING = ["GET", "HEAD", "OPTIONS"] as const;

type SaysWhatItLeaves<O extends Operation> = O["method"] extends (typeof READING)[number]
  ? unknown
  : { readonly audit: Audited };

/** Keeps the literal types of an operation while checking its shape. */
export function defineOperation<const O extends Operation>(operation: O & SaysWhatItLeaves<O>): O {
  return operation;
}
