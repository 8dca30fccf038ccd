import { globSync } from "node:fs";
import path from "node:path";
import { gatewayOperations } from "#lib/contract/gateway.ts";
import type { Operation } from "#lib/contract/operation.ts";

export const PROJECT_DIR = path.resolve(import.meta.dirname, "../../..");

export const HTTP_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

type Context = { params: Promise<Record<string, string | string[]>> };

export type Handler = ((request: Request, context: Context) => Promise<Response>) & {
  readonly operation?: Operation;
  readonly operations?: readonly Operation[];
};

/** One exported method of one route file of the built application. */
export type Endpoint = {
  readonly file: string;
  readonly method: string;
  /** `/api/members/{memberId}`; a catch-all ends in `{...all}`. */
  readonly path: string;
  readonly handler: Handler;
};

/** The doors for Kling clients: one handler per prefix, which looks operations up in `lib/kling/endpoints.ts`. */
export const GATEWAY_DOORS: Readonly<Record<string, string>> = {
  "/v1/{...path}": "/v1/",
  "/account/{...path}": "/account/",
  "/kling/{...path}": "/kling/",
};

export async function readEndpoints(): Promise<Endpoint[]> {
  const files = globSync("app/**/route.ts", { cwd: PROJECT_DIR }).sort();
  const found = await Promise.all(
    files.map(async (file) => {
      const exported: Record<string, unknown> = await import(path.join(PROJECT_DIR, file));
      return Object.entries(exported).map(([method, handler]) => ({
        file,
        method,
        path: pathOfFile(file),
        // A route file exports nothing but handlers; registry.test.ts proves it.
        handler: handler as Handler,
      }));
    }),
  );
  return found.flat();
}

/** The operations that answer behind one exported method. */
export function operationsOf({ handler, method, path: routePath }: Endpoint): readonly Operation[] {
  if (handler.operation) return [handler.operation];
  if (handler.operations) return handler.operations;
  const prefix = GATEWAY_DOORS[routePath];
  if (prefix === undefined) return [];
  return gatewayOperations.filter((it) => it.method === method && it.path.startsWith(prefix));
}

/** `app/(x)/api/teams/[teamId]/route.ts` is reached at `/api/teams/{teamId}`. */
export function pathOfFile(file: string): string {
  const segments = file.split("/").slice(1, -1);
  const visible = segments.filter((segment) => !/^\(.*\)$/.test(segment));
  return `/${visible.map((segment) => segment.replace(/^\[(.*)\]$/, "{$1}")).join("/")}`;
}
