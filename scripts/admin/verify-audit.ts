import { parseArgs } from "node:util";
import { withDatabase } from "../database.ts";
import { generateWhenStale } from "../generate.ts";
import { applyMigrations } from "../migrations/apply.ts";
import { OperatorError } from "../operator-error.ts";
import { stderrReporter } from "../reporter.ts";
import { useAppEnvironment } from "./use-app-environment.ts";

const USAGE = "npm run admin -- verify-audit [--anchor <team>:<entry>:<hash>] …";

type Anchor = { readonly teamId: string; readonly seq: number; readonly hash: string };

/**
 * Verifies the audit log of every team and of the instance; gives `{"verified","chains":[{"teamId","entries","headHash","broken"}]}`. An
 * anchor is what the worker logged one day ("audit anchor"): the log must still go through it. Ends with 1 when something does not fit.
 */
export async function verifyAudit(args: string[]): Promise<object> {
  const anchors = readArguments(args);
  await generateWhenStale(stderrReporter);
  let result: object = {};
  await withDatabase({ reporter: stderrReporter }, async (databaseUrl) => {
    await applyMigrations(databaseUrl);
    await useAppEnvironment(databaseUrl);
    result = await verifyWith(anchors);
  });
  return result;
}

async function verifyWith(anchors: readonly Anchor[]): Promise<object> {
  const [{ verifyAllChains }, { systemDb }] = await Promise.all([
    import("#lib/audit/verify-stored-chain.ts"),
    import("#lib/db/client.ts"),
  ]);
  try {
    const chains = await verifyAllChains(anchors);
    const verified = chains.every(({ broken }) => broken === null);
    if (!verified) process.exitCode = 1;
    return { verified, chains };
  } finally {
    await systemDb.$disconnect();
  }
}

function readArguments(args: string[]): readonly Anchor[] {
  const options = { anchor: { type: "string", multiple: true } } as const;
  try {
    return (parseArgs({ args, options }).values.anchor ?? []).map(anchorOf);
  } catch (cause) {
    throw new OperatorError(`usage: ${USAGE}`, { cause });
  }
}

function anchorOf(text: string): Anchor {
  const [, teamId, seq, hash] = /^([\w-]+):(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (teamId === undefined || seq === undefined || hash === undefined)
    throw new OperatorError(`not an anchor: ${text}`);
  return { teamId, seq: Number(seq), hash };
}
