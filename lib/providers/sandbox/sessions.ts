import { systemDb } from "#lib/db/client.ts";
import type { SelectionPoint } from "#lib/kling/selection.ts";
import { AppError } from "#lib/shared/errors.ts";

/** Share of the frame from its upper left corner. */
type FaceBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What a session keeps: the video of the task that opened it, and what was found or marked in it. */
export type SessionData = {
  /** Where the opener's request names its video. */
  readonly videoRole: string;
  readonly widthPx: number;
  readonly heightPx: number;
} & (
  | { readonly kind: "faces"; readonly faces: readonly FaceBox[] }
  | {
      readonly kind: "selection";
      readonly totalFrames: number;
      /** Marks by the number of their frame, in the order in which they were set. */
      readonly points: Readonly<Record<string, readonly SelectionPoint[]>>;
    }
);

/** Both kinds live this long (off-26 §3.11). */
const SESSION_HOURS = 24;

export type Session = { readonly id: string; readonly externalId: string; readonly data: SessionData };

type Opening = { readonly id: string; readonly externalId: string; readonly data: SessionData };

/** Opens a session once; a second render of the same task changes nothing. */
export async function openSession({ id, externalId, data }: Opening): Promise<void> {
  const expiresAt = new Date(Date.now() + SESSION_HOURS * 60 * 60 * 1000);
  await systemDb.sandboxSession.createMany({
    data: [{ id, kind: data.kind, externalId, data, expiresAt }],
    skipDuplicates: true,
  });
}

/** Null for a session that never was or has ended. */
export async function findSession(id: string): Promise<Session | null> {
  const row = await systemDb.sandboxSession.findFirst({ where: { id, expiresAt: { gt: new Date() } } });
  if (row === null) return null;
  return { id, externalId: row.externalId, data: row.data as unknown as SessionData }; // written by openSession
}

/** Changes a selection under a lock, so that marks that are set at once are all kept. */
export async function changeSession(
  id: string,
  change: (data: SessionData) => SessionData,
): Promise<SessionData> {
  return systemDb.$transaction(async (transaction) => {
    const [row] = await transaction.$queryRaw<{ data: SessionData }[]>`
      SELECT "data" FROM "SandboxSession" WHERE "id" = ${id} AND "expiresAt" > now() FOR UPDATE`;
    if (row === undefined) throw new AppError("not_found", "The sandbox knows no such session.");
    const data = change(row.data);
    await transaction.sandboxSession.update({ where: { id }, data: { data } });
    return data;
  });
}

export async function removeEndedSessions(): Promise<void> {
  await systemDb.sandboxSession.deleteMany({ where: { expiresAt: { lte: new Date() } } });
}
