import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { copyTree } from "./mutation/copied-tree.ts";
import { MUTANTS, type Mutant } from "./mutation/mutants.ts";

/**
 * `node tests/faults/mutate.ts [F14 …]`: puts each mutant into a copy of the tree and expects its test to turn red, after it was green
 * without. Ends with 1 when a mutant lives.
 */
const wanted = process.argv.slice(2);
const mutants = MUTANTS.filter(
  ({ name }) => wanted.length === 0 || wanted.some((id) => name.startsWith(`${id}:`)),
);

const reportSchema = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });
type Colour = "green" | "red" | "broken";

const tree = await copyTree();
let survivors = 0;
try {
  for (const mutant of mutants) {
    const before = await runTest(tree.root, mutant.test);
    const after = await tree.mutated(mutant, () => runTest(tree.root, mutant.test));
    const isCaught = before === "green" && after === "red";
    if (!isCaught) survivors += 1;
    process.stdout.write(
      `${isCaught ? "caught " : "LIVES  "} ${mutant.name} (${before} without, ${after} with it)\n`,
    );
  }
} finally {
  await tree.remove();
}
process.stdout.write(`${mutants.length - survivors} of ${mutants.length} mutants caught\n`);
process.exitCode = survivors === 0 ? 0 : 1;

/** `broken`: no test ran to its end, which proves nothing about any of them. */
async function runTest(root: string, { project, file }: Mutant["test"]): Promise<Colour> {
  const report = path.join(root, "report.json");
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const options = ["run", "--project", project, "--reporter=json", `--outputFile=${report}`, file];
  const child = spawn(process.execPath, [vitest, ...options], { cwd: root, stdio: "ignore" });
  await once(child, "close");
  const text = await readFile(report, "utf8").catch(() => "{}");
  const result = reportSchema.safeParse(JSON.parse(text));
  if (!result.success) return "broken";
  const { numPassedTests, numFailedTests } = result.data;
  if (numFailedTests > 0) return "red";
  return numPassedTests > 0 ? "green" : "broken";
}
