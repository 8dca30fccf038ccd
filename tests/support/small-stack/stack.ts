import { runCommand } from "#scripts/operator-error.ts";
import { stdoutReporter } from "#scripts/reporter.ts";
import { runStack } from "#scripts/run-stack.ts";

/** `npm start` with a web server and a worker of a few lines: the shell's own behaviour, without the studio in it. */
await runCommand(() =>
  runStack({
    command: "npm start",
    reporter: stdoutReporter,
    prepare: async () => undefined,
    recipes: (environment) => [
      { name: "web", nodeArguments: ["tests/support/small-stack/web.ts"], environment },
      { name: "worker", nodeArguments: ["tests/support/small-stack/worker.ts"], environment },
    ],
  }),
);
