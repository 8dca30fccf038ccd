import { writeFile } from "node:fs/promises";
import { runCommand } from "./operator-error.ts";

// Importing lib/env.ts parses the environment of this process; documenting the variables needs none of them.
process.env.DATABASE_URL ||= "postgresql://unused@127.0.0.1:1/unused";
process.env.BETTER_AUTH_SECRET ||= "unused".repeat(6);
process.env.MASTER_KEY ||= "unused".repeat(6);
const { ENVIRONMENT } = await import("#lib/env.ts");

/** The text of `.env.example`: every variable, commented out, under what it means. */
export function environmentExample(): string {
  const blocks = Object.entries(ENVIRONMENT).map(([name, { about, example }]) => {
    const comment = about.split("\n").map((line) => `# ${line}`);
    return [...comment, `# ${name}=${example}`].join("\n");
  });
  const head =
    "# Framewright runs without any of these. Copy this file to .env and uncomment what you want to change.\n";
  return `${head}\n${blocks.join("\n\n")}\n`;
}

if (import.meta.main) await runCommand(() => writeFile(".env.example", environmentExample()));
