import { runOnRuntime } from "./bootstrap/run-on-runtime.mjs";

await runOnRuntime("scripts/test-all.ts");
