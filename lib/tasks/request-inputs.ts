import type { Transaction } from "#lib/db/client.ts";
import { mediaForm } from "#lib/kling/media.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { AppError } from "#lib/shared/errors.ts";

/** A field of the request and the team's file that fills it. */
export type RequestInput = { readonly role: string; readonly assetId: string };

/**
 * The files a request names, once it is certain that they are the team's own pictures.
 * @throws AppError unprocessable for a reference that is not an asset, not_found for one that is not this team's
 */
export async function resolveInputs(
  tx: Transaction,
  { teamId, request }: { teamId: string; request: TaskRequest },
): Promise<readonly RequestInput[]> {
  const inputs = mediaFieldsOf(request);
  for (const { role, assetId } of inputs) {
    if (mediaForm(assetId) !== "asset") {
      throw new AppError("unprocessable", "Upload the picture first and name it by its asset id.", {
        details: { path: role },
      });
    }
  }
  const assetIds = [...new Set(inputs.map(({ assetId }) => assetId))];
  const found = await tx.asset.findMany({
    where: { teamId, id: { in: assetIds } },
    select: { id: true, mime: true },
  });
  for (const { role, assetId } of inputs) {
    const asset = found.find(({ id }) => id === assetId);
    if (asset === undefined)
      throw new AppError("not_found", "There is no such picture.", { details: { path: role } });
    if (!asset.mime.startsWith("image/")) {
      throw new AppError("unprocessable", "This file is not a picture.", { details: { path: role } });
    }
  }
  return inputs;
}

function mediaFieldsOf(request: TaskRequest): readonly RequestInput[] {
  if (request.kind !== "image2video") return [];
  return (["image", "image_tail"] as const).flatMap((role) => {
    const assetId = request[role];
    return assetId === undefined ? [] : [{ role, assetId }];
  });
}
