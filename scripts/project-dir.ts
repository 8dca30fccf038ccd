import path from "node:path";

/** The root of the repository; commands may be started from anywhere. */
export const PROJECT_DIR = path.resolve(import.meta.dirname, "..");
