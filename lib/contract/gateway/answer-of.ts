import { z } from "zod";
import type { Endpoint } from "#lib/kling/endpoints.ts";
import { accountCostsSchema } from "./account.ts";
import { envelopeOf, nativeErrorSchema } from "./envelope.ts";
import { createdJobSchema, jobErrorSchema, jobSchema } from "./jobs.ts";
import { advancedElementSchema, customElementSchema, deletedSchema, presetVoicesSchema } from "./library.ts";
import { changedSelectionSchema, previewedSelectionSchema } from "./selections.ts";
import { createAnswerOf, taskSchemaOf } from "./tasks.ts";

/**
 * What an endpoint answers with when it succeeds: the whole body. The dialects write these shapes (api-reference §1.3, §10);
 * the OpenAPI document states them, and a test holds real answers against them.
 */
export function answerOf(endpoint: Endpoint): z.ZodType {
  switch (endpoint.operation) {
    case "create_job":
      return createdJobSchema;
    case "get_job":
      return jobSchema;
    default:
      return envelopeOf(dataOf(endpoint));
  }
}

/** What an endpoint refuses with. */
export function refusalAt({ operation }: Endpoint): z.ZodType {
  return operation === "create_job" || operation === "get_job" ? jobErrorSchema : nativeErrorSchema;
}

function dataOf(endpoint: Endpoint): z.ZodType {
  switch (endpoint.operation) {
    case "create":
      return createAnswerOf(kindOf(endpoint));
    case "get":
      return taskSchemaOf(kindOf(endpoint));
    case "list":
      return z.array(taskSchemaOf(kindOf(endpoint)));
    case "add_selection":
    case "delete_selection":
    case "clear_selection":
      return changedSelectionSchema;
    case "preview_selection":
      return previewedSelectionSchema;
    case "list_elements":
    case "list_preset_elements":
      return z.array(
        endpoint.kind === "advanced-custom-elements" ? advancedElementSchema : customElementSchema,
      );
    case "delete_element":
    case "delete_voice":
      return deletedSchema;
    case "list_preset_voices":
      return presetVoicesSchema;
    case "account_costs":
      return accountCostsSchema;
    case "create_job":
    case "get_job":
      throw new Error("jobs have no envelope");
  }
}

function kindOf({ kind, path }: Endpoint) {
  if (kind === undefined) throw new Error(`${path} belongs to no kind`);
  return kind;
}
