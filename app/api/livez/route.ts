import { getLivezOperation } from "#lib/contract/instance.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const GET = defineRoute(getLivezOperation, () => ({ status: "up" as const }));
