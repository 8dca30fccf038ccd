import type { Db, Transaction } from "#lib/db/client.ts";
import type { Asset } from "#lib/db/generated/client.ts";
import { checkImage } from "#lib/kling/check-image.ts";
import type { FactsByPath, FileFacts } from "#lib/kling/kinds/kind.ts";
import { mediaForm } from "#lib/kling/media.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { mediaOf, type RequestMedia } from "#lib/kling/requests/request-media.ts";
import { AppError, type ErrorCode } from "#lib/shared/errors.ts";
import { factsOf, factsOfSession } from "./file-facts.ts";

/** A place in the request and the team's file that fills it. */
export type RequestInput = { readonly role: string; readonly assetId: string };

export type ResolvedInputs = { readonly inputs: readonly RequestInput[]; readonly facts: FactsByPath };

type Resolving = { readonly teamId: string; readonly connectionId: string; readonly request: TaskRequest };

/**
 * The files a request names, once it is certain that they are the team's own, with what is known of them. Sessions that it
 * names must be the team's too, and open.
 * @throws AppError unprocessable for a reference that is not an asset or a picture that breaks a limit (`details.problems`),
 * not_found for one that is not this team's; all with `details.path`
 */
export async function resolveInputs(tx: Db | Transaction, resolving: Resolving): Promise<ResolvedInputs> {
  const media = mediaOf(resolving.request);
  const sessionVideo = await requireSession(tx, resolving);
  const sources = await findSources(tx, resolving.teamId, media);
  const inputs: RequestInput[] = [];
  const facts = new Map<string, FileFacts>();
  // What a session was opened on stands under its name: lengths and prices follow from it.
  if (sessionVideo !== null) facts.set("session_id", sessionVideo);
  for (const item of media) {
    const { path, reference, field } = item;
    if (field.type !== "output" && mediaForm(reference) !== "asset") {
      throw refuse("unprocessable", "Upload the file first and name it by its asset id.", { path });
    }
    const asset = sources.get(reference);
    if (asset === undefined) throw refuse("not_found", "There is no such file.", { path });
    if (field.limit === "image") refuseUnfitPicture(asset, path);
    inputs.push({ role: path, assetId: asset.id });
    facts.set(path, factsOf(asset));
  }
  return { inputs, facts };
}

/** Assets by the reference that names them: their own id, or the id of the result they are. */
async function findSources(
  tx: Db | Transaction,
  teamId: string,
  media: readonly RequestMedia[],
): Promise<ReadonlyMap<string, Asset>> {
  const found = new Map<string, Asset>();
  const named = (isOutput: boolean) =>
    media.filter(({ field }) => (field.type === "output") === isOutput).map(({ reference }) => reference);
  const assetIds = named(false);
  if (assetIds.length > 0) {
    const assets = await tx.asset.findMany({ where: { teamId, id: { in: assetIds }, removedAt: null } });
    for (const asset of assets) found.set(asset.id, asset);
  }
  const outputIds = named(true);
  if (outputIds.length > 0) {
    const outputs = await tx.taskOutput.findMany({
      where: { task: { teamId }, OR: [{ id: { in: outputIds } }, { upstreamId: { in: outputIds } }] },
      include: { asset: true },
    });
    for (const { id, upstreamId, asset } of outputs) {
      if (asset === null || asset.removedAt !== null) continue;
      found.set(id, asset);
      found.set(upstreamId, asset);
    }
  }
  return found;
}

/** What is known of the video of the session that the request names; null when it names none. */
async function requireSession(
  tx: Db | Transaction,
  { teamId, connectionId, request }: Resolving,
): Promise<FileFacts | null> {
  if (!("session_id" in request)) return null;
  const session = await tx.mediaSession.findFirst({
    where: {
      teamId,
      connectionId,
      upstreamSessionId: request.session_id,
      kind: request.kind === "multi-elements" ? "selection" : "faces",
      expiresAt: { gt: new Date() },
    },
    select: { task: { select: { result: true, inputs: { include: { asset: true } } } } },
  });
  const video = session?.task.inputs[0]?.asset;
  if (video === undefined)
    throw refuse("not_found", "There is no such session, or it is over.", { path: "session_id" });
  return factsOfSession(video, session?.task.result);
}

function refuseUnfitPicture(asset: Asset, path: string): void {
  const { mime, bytes, widthPx, heightPx } = asset;
  if (!mime.startsWith("image/")) throw refuse("unprocessable", "This file is not a picture.", { path });
  const problems = checkImage({
    mime,
    bytes: Number(bytes),
    widthPx: widthPx ?? 0,
    heightPx: heightPx ?? 0,
  });
  if (problems.length === 0) return;
  throw refuse("unprocessable", "This picture cannot be used as it is.", { path, problems });
}

function refuse(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>>): AppError {
  return new AppError(code, message, { details });
}
