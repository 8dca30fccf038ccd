import { getArchiveRadarOperation } from "#lib/contract/archive.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { readArchiveRadar } from "#lib/tasks/archive-radar.ts";

export const GET = defineRoute(getArchiveRadarOperation, ({ caller }) =>
  readArchiveRadar({ caller, now: new Date() }),
);
