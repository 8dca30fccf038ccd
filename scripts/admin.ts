import { init } from "./admin/init.ts";
import { replaceMasterKey } from "./admin/replace-master-key.ts";
import { verifyAudit } from "./admin/verify-audit.ts";
import { OperatorError, runCommand } from "./operator-error.ts";

/** What an operator does from the command line; each prints one line of JSON as the only thing on standard output. */
const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<object>>> = {
  init,
  "rotate-master-key": replaceMasterKey,
  "verify-audit": verifyAudit,
};

await runCommand(async () => {
  const [name = "", ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    throw new OperatorError(`usage: npm run admin -- ${Object.keys(COMMANDS).join(" | ")} …`);
  const result = await command(args);
  process.stdout.write(`${JSON.stringify(result)}\n`);
});
