import type { Transaction } from "#lib/db/client.ts";
import { checkImage } from "#lib/kling/check-image.ts";
import { mediaForm } from "#lib/kling/media.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { AppError, type ErrorCode } from "#lib/shared/errors.ts";

/** A field of the request and the team's file that fills it. */
export type RequestInput = { readonly role: string; readonly assetId: string };

/**
 * The files a request names, once it is certain that they are the team's own and that upstream would take them.
 * @throws AppError unprocessable for a reference that is not an asset or a picture that breaks a limit (`details.problems`),
 * not_found for one that is not this team's; all with `details.path`
 */
export async function resolveInputs(
  tx: Transaction,
  { teamId, request }: { teamId: string; request: TaskRequest },
): Promise<readonly RequestInput[]> {
  const inputs = mediaFieldsOf(request);
  if (inputs.length === 0) return inputs;
  const assetIds = inputs.map(({ assetId }) => assetId).filter((id) => mediaForm(id) === "asset");
  const found = await tx.asset.findMany({ where: { teamId, id: { in: assetIds } } });
  for (const { role, assetId } of inputs) {
    if (mediaForm(assetId) !== "asset") {
      throw refuse("unprocessable", "Upload the picture first and name it by its asset id.", { path: role });
    }
    const asset = found.find(({ id }) => id === assetId);
    if (asset === undefined) throw refuse("not_found", "There is no such picture.", { path: role });
    const { mime, bytes, widthPx, heightPx } = asset;
    const facts = { mime, bytes: Number(bytes), widthPx: widthPx ?? 0, heightPx: heightPx ?? 0 };
    const problems = mime.startsWith("image/") ? checkImage(facts) : null;
    if (problems === null) throw refuse("unprocessable", "This file is not a picture.", { path: role });
    if (problems.length > 0) {
      throw refuse("unprocessable", "This picture cannot be used as it is.", { path: role, problems });
    }
  }
  return inputs;
}

function refuse(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>>): AppError {
  return new AppError(code, message, { details });
}

function mediaFieldsOf(request: TaskRequest): readonly RequestInput[] {
  if (request.kind !== "image2video") return [];
  return (["image", "image_tail"] as const).flatMap((role) => {
    const assetId = request[role];
    return assetId === undefined ? [] : [{ role, assetId }];
  });
}
