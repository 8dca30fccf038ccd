import type { CreateConnection, UpdateConnection } from "#lib/contract/connections.ts";
import type { Credential } from "#lib/contract/credential.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Upstream } from "#lib/kling/upstreams.ts";
import { credentialHint, sealCredential } from "#lib/secrets/credential.ts";
import { sealUpstreamCallbackSecret } from "#lib/secrets/upstream-callback-secret.ts";
import { AppError } from "#lib/shared/errors.ts";

type Owner = { readonly id: string; readonly teamId: string };
type Settings = Partial<Pick<UpdateConnection & CreateConnection, (typeof PLAIN)[number]>> &
  Pick<UpdateConnection, "parallel" | "priceBook" | "callbackSecret" | "credential">;

const PLAIN = ["name", "policy", "maskPolarity", "axisSemantics"] as const;

/** The columns of what was given; what was not given stays as it is. Secrets are sealed here. */
export function columnsOf(settings: Settings, owner: Owner) {
  const { parallel, priceBook, callbackSecret, credential } = settings;
  const plain = Object.fromEntries(
    PLAIN.filter((name) => settings[name] !== undefined).map((name) => [name, settings[name]]),
  );
  return {
    ...plain,
    ...(parallel && {
      maxParallel: parallel.video,
      maxParallelImages: parallel.image,
      maxParallelTryOns: parallel.try_on,
    }),
    ...(priceBook !== undefined && { priceBook: bookColumn(priceBook) }),
    ...(callbackSecret !== undefined && {
      callbackSecretSealed:
        callbackSecret === null ? null : sealUpstreamCallbackSecret(callbackSecret, owner),
    }),
    ...(credential && credentialColumns(credential, owner)),
  };
}

/** An empty book is none. */
function bookColumn(book: Readonly<Record<string, number>> | null) {
  return book === null || Object.keys(book).length === 0 ? Prisma.DbNull : book;
}

export function credentialColumns(credential: Credential, owner: Owner) {
  return {
    credentialSealed: sealCredential(credential, owner),
    credentialHint: credentialHint(credential),
  };
}

/** @throws AppError invalid_request when this upstream knows nobody by such a credential */
export function requireCredentialKind(upstream: Upstream, credential: Credential | undefined): void {
  const { credentialKinds } = upstream;
  const isFitting =
    credential === undefined ? credentialKinds.length === 0 : credentialKinds.includes(credential.kind);
  if (isFitting) return;
  throw new AppError("invalid_request", "This upstream needs another kind of credential.", {
    details: { path: "credential", reason: credential === undefined ? "missing" : "kind" },
  });
}
