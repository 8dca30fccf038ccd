import { z } from "zod";
import { milliseconds } from "./values.ts";

const resourcePack = z.strictObject({
  resource_pack_name: z.string(),
  resource_pack_id: z.string(),
  resource_pack_type: z.enum(["decreasing_total", "constant_period"]),
  total_quantity: z.number(),
  remaining_quantity: z.number(),
  purchase_time: milliseconds,
  effective_time: milliseconds,
  invalid_time: milliseconds,
  status: z.enum(["toBeOnline", "online", "expired", "runOut"]),
});

/** `GET /account/costs`: an envelope within the envelope, as upstream has it (off-26 §4.5). */
export const accountCostsSchema = z.strictObject({
  code: z.literal(0),
  msg: z.string(),
  resource_pack_subscribe_infos: z.array(resourcePack),
});
