import type { Price } from "../../prices.ts";
import type { TaskRequest } from "../../requests/request.ts";
import { kindOf } from "../kinds.ts";
import { type Priced, priceWith } from "./price-with.ts";

/** What a request costs at a connection: by its own book where that has the key, else what is published. */
export function priceAt(request: TaskRequest, priced: Priced): Price {
  return priceWith(kindOf(request.kind), request, priced);
}
