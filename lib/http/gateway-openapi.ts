import { refusalAt } from "#lib/contract/gateway/answer-of.ts";
import { nativeErrorSchema } from "#lib/contract/gateway/envelope.ts";
import { jobErrorSchema } from "#lib/contract/gateway/jobs.ts";
import { statedOperations } from "#lib/contract/gateway/stated-operations.ts";
import { type Json, jsonSchema, openApiOf } from "./openapi.ts";

/** The gateway for Kling clients as OpenAPI 3.1: the same under Kling's own paths and under the prefix of some gateways. */
export function gatewayOpenApi(serverUrl: string): Json {
  const stated = statedOperations();
  return openApiOf(
    stated.map(({ operation }) => operation),
    {
      title: "Framewright gateway",
      description:
        "Kling's API in the native, the unified and the generations dialect. Send a gateway key, or a token signed with its pair, as a bearer. " +
        "Bodies are read forgivingly: numbers may come as texts and texts as numbers, and fields that nobody knows are passed on. " +
        "Under /kling the capability map only warns.",
      serverUrls: [serverUrl, `${serverUrl}/kling`],
      schemas: {
        NativeError: jsonSchema(nativeErrorSchema, "output"),
        JobError: jsonSchema(jobErrorSchema, "output"),
      },
      refusalOf: (operation) => {
        const endpoint = stated.find((it) => it.operation === operation)?.endpoint;
        const isJob = endpoint !== undefined && refusalAt(endpoint) === jobErrorSchema;
        return { type: "application/json", schema: isJob ? "JobError" : "NativeError" };
      },
    },
  );
}
