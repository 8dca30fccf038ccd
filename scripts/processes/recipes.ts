import { NEXT_COMMAND } from "#scripts/build.ts";
import type { ProcessRecipe } from "./managed-process.ts";

/** The built studio; where it listens is said by `PORT` and `HOST`. */
export function webRecipe(environment: NodeJS.ProcessEnv, port: number): ProcessRecipe {
  return {
    name: "web",
    nodeArguments: ["scripts/web.ts"],
    environment: { ...environment, NODE_ENV: "production", PORT: String(port) },
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
