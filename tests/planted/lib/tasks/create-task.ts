import { target as client } from "#lib/db/client.ts";
import { target as ids } from "../shared/ids.ts";

export const target = client + ids;
