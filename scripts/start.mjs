import { runOnRuntime } from "./bootstrap/run-on-runtime.mjs";

await runOnRuntime("scripts/supervisor.ts");
