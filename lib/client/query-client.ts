import { isServer, QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./api-problem.ts";

const MAX_RETRIES = 3;

/** One per request on the server, where it only carries prefetched data to the page. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < MAX_RETRIES && mayPass(error),
        retryDelay: (failures) => Math.min(1000 * 2 ** failures, 15_000),
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

let browserClient: QueryClient | undefined;

/** The tab's own client: kept outside React so that a suspended first render does not lose it. */
export function getQueryClient(): QueryClient {
  if (isServer) return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}

function mayPass(error: unknown): boolean {
  return error instanceof ApiProblem && error.isPassing;
}
