import { Prisma } from "./generated/client.ts";

/** Models whose rows belong to one team, and the column that says which. */
const TEAM_COLUMN: Readonly<Record<string, string>> = {
  ApiKey: "teamId",
  Asset: "teamId",
  AuditEntry: "teamId",
  AuditHead: "teamId",
  Budget: "teamId",
  CallbackDelivery: "teamId",
  CallbackSecret: "teamId",
  Connection: "teamId",
  Draft: "teamId",
  Element: "teamId",
  IdempotencyKey: "teamId",
  LedgerEntry: "teamId",
  MediaSession: "teamId",
  Task: "teamId",
  TaskEvent: "teamId",
  TeamFeed: "teamId",
  TeamPolicy: "teamId",
  Upload: "teamId",
  Voice: "teamId",
  Webhook: "teamId",
  WebhookDelivery: "teamId",
};

const WITHOUT_WHERE: readonly string[] = ["create", "createMany", "createManyAndReturn"];

/** Throws, as a bug, when team data is queried without naming the team: one team must never see another's rows. */
export const tenantGuard = Prisma.defineExtension({
  name: "tenant-guard",
  query: {
    $allModels: {
      async $allOperations({ model, operation, args, query }) {
        const column = TEAM_COLUMN[model];
        if (column === undefined || WITHOUT_WHERE.includes(operation) || namesTeam(args, column))
          return query(args);
        throw new Error(`${model}.${operation} without ${column}: a query of team data must name the team`);
      },
    },
  },
});

function namesTeam(args: unknown, column: string): boolean {
  if (!isRecord(args) || !isRecord(args.where)) return false;
  if (typeof args.where[column] === "string") return true;
  // Compound keys nest it: { teamId_seq: { teamId, seq } }.
  return Object.values(args.where).some((value) => isRecord(value) && typeof value[column] === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
