import { defineConfig } from "prisma/config";

/** Only for `prisma generate`; migrations go through scripts/migrate.ts, which needs no native engine. */
export default defineConfig({ schema: "prisma/schema.prisma", migrations: { path: "prisma/migrations" } });
