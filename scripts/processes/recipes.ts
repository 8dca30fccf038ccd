import { NEXT_COMMAND } from "#scripts/build.ts";
import type { ProcessRecipe } from "./managed-process.ts";

export function webRecipe(environment: NodeJS.ProcessEnv, port: number): ProcessRecipe {
  const host = environment.HOST ? ["--hostname", environment.HOST] : [];
  return {
    name: "web",
    nodeArguments: [NEXT_COMMAND, "start", "--port", String(port), ...host],
    environment,
  };
}

export function workerRecipe(environment: NodeJS.ProcessEnv): ProcessRecipe {
  return { name: "worker", nodeArguments: ["lib/worker/main.ts"], environment };
}

/** The same two for `npm run dev`: they reload what has been edited. */
export function developmentRecipes(environment: NodeJS.ProcessEnv, port: number): ProcessRecipe[] {
  const development = { ...environment, NODE_ENV: "development" as const };
  return [
    { name: "web", nodeArguments: [NEXT_COMMAND, "dev", "--port", String(port)], environment: development },
    { name: "worker", nodeArguments: ["--watch", "lib/worker/main.ts"], environment: development },
  ];
}
