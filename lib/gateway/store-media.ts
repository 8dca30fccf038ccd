import { uploadAsset } from "#lib/assets/upload-asset.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { IMAGE_LIMITS } from "#lib/kling/limits.ts";
import { mediaForm } from "#lib/kling/media.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { fetchOutside } from "#lib/net/fetch-outside.ts";

const MAX_REDIRECTS = 3;

type StoreMedia = { readonly caller: Principal; readonly signal: AbortSignal };

/**
 * The same request with every picture as an asset of the team: base64 is decoded, addresses are fetched through the one outbound door,
 * and both pass the same checks as an upload in the studio. A picture that came before is not stored twice.
 * @throws AppError as `uploadAsset` and `fetchOutside` do
 */
export async function storeMedia(request: TaskRequest, options: StoreMedia): Promise<TaskRequest> {
  if (request.kind !== "image2video") return request;
  const { image, image_tail } = request;
  return {
    ...request,
    ...(image !== undefined && { image: await assetOf(image, options) }),
    ...(image_tail !== undefined && { image_tail: await assetOf(image_tail, options) }),
  };
}

async function assetOf(reference: string, { caller, signal }: StoreMedia): Promise<string> {
  const form = mediaForm(reference);
  if (form === "asset") return reference;
  const bytes =
    form === "base64"
      ? Buffer.from(reference, "base64")
      : await fetchOutside(reference, {
          maxBytes: IMAGE_LIMITS.maxBytes,
          maxRedirects: MAX_REDIRECTS,
          signal,
        });
  const asset = await uploadAsset({
    caller,
    bytes,
    name: form === "url" ? fileNameOf(reference) : "picture",
  });
  return asset.id;
}

function fileNameOf(url: string): string {
  const last = new URL(url).pathname.split("/").at(-1) ?? "";
  return last === "" ? "picture" : last.slice(0, 200);
}
