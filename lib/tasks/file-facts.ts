import type { Transaction } from "#lib/db/client.ts";
import type { Asset } from "#lib/db/generated/client.ts";
import type { FactsByPath, FileFacts } from "#lib/kling/kinds/kind.ts";

/** What rules and prices need to know of a stored file. */
export function factsOf(asset: Asset): FileFacts {
  const { mime, bytes, widthPx, heightPx, durationSeconds, fps, hasSound } = asset;
  return { mime, bytes: Number(bytes), widthPx, heightPx, durationSeconds, fps, hasSound };
}

/** The facts of a task's files, by the places of its request that they fill. */
export async function factsOfTask(
  tx: Transaction,
  { taskId }: { readonly taskId: string },
): Promise<FactsByPath> {
  const inputs = await tx.taskInput.findMany({ where: { taskId }, include: { asset: true } });
  return new Map(inputs.map(({ role, asset }) => [role, factsOf(asset)]));
}
