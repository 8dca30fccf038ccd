import { generateWhenStale } from "./generate.ts";
import { runCommand } from "./operator-error.ts";
import { developmentRecipes } from "./processes/recipes.ts";
import { stdoutReporter } from "./reporter.ts";
import { runStack } from "./run-stack.ts";

/** `npm run dev`: as `npm start`, but nothing is built and what is edited is reloaded. */
await runCommand(() =>
  runStack({
    command: "npm run dev",
    reporter: stdoutReporter,
    prepare: () => generateWhenStale(stdoutReporter),
    recipes: developmentRecipes,
  }),
);
