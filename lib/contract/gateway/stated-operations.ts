import { z } from "zod";
import { ENDPOINTS, type Endpoint } from "#lib/kling/endpoints.ts";
import { gatewayOperations } from "../gateway.ts";
import type { Operation } from "../operation.ts";
import { answerOf } from "./answer-of.ts";
import { bodyOf } from "./body-of.ts";

export type StatedOperation = { readonly endpoint: Endpoint; readonly operation: Operation };

/**
 * The gateway's operations with what they take and answer, for documents. What the gateway does take is wider: it reads
 * forgivingly, and its own decoders say what is wrong.
 */
export function statedOperations(): readonly StatedOperation[] {
  return ENDPOINTS.map((endpoint) => {
    const operation = gatewayOperations.find(
      ({ method, path }) => method === endpoint.method && path === endpoint.path,
    );
    if (operation === undefined) throw new Error(`${endpoint.path} is no operation`);
    const [body, query] = [bodyOf(endpoint), queryOf(endpoint)];
    return {
      endpoint,
      operation: {
        ...operation,
        ...(endpoint.path.includes("{id}") && { params: ID }),
        ...(body !== undefined && { body, maxBodyBytes: MAX_BODY_BYTES }),
        ...(query !== undefined && { query }),
        response: answerOf(endpoint),
      },
    };
  });
}

/** As `lib/gateway/read-json.ts` takes them. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

const ID = z.object({ id: z.string().meta({ description: "The task's id, or the client's own" }) });

/** Whole numbers within the bounds of off-26 §1.4. */
const pageNum = z.int().min(1).max(1000).default(1);
const pageSize = z.int().min(1).max(500).default(30);

/** Unix milliseconds. */
const time = z.int().min(0);

function queryOf({ dialect, operation }: Endpoint): z.ZodType | undefined {
  switch (operation) {
    case "list":
      return z.object({ pageNum, pageSize });
    case "list_elements":
    case "list_preset_elements":
      return dialect === "unified"
        ? z.object({ page_num: pageNum, page_size: pageSize })
        : z.object({ pageNum, pageSize });
    case "account_costs":
      return z.object({ start_time: time, end_time: time, resource_pack_name: z.string().optional() });
    default:
      return undefined;
  }
}
