import { buildWhenStale } from "./build.ts";
import { runCommand } from "./operator-error.ts";
import { webRecipe, workerRecipe } from "./processes/recipes.ts";
import { stdoutReporter } from "./reporter.ts";
import { runStack } from "./run-stack.ts";

/** `npm start`: everything from an empty folder to a running studio. */
await runCommand(() =>
  runStack({
    command: "npm start",
    reporter: stdoutReporter,
    prepare: (signal) => buildWhenStale(stdoutReporter, signal),
    recipes: (environment, port) => [webRecipe(environment, port), workerRecipe(environment)],
  }),
);
