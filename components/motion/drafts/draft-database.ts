import type { BrushDocument, Operation } from "#lib/motion/document.ts";
import type { Size } from "#lib/motion/point.ts";

/** Where a document was left. Its operations lie beside it one by one: a stroke costs one small write, however many lie there. */
type Header = {
  readonly key: string;
  readonly size: Size;
  readonly done: readonly number[];
  readonly undone: readonly number[];
  readonly savedAtMs: number;
  /** Raised by every save: a tab that knows an older one must not write over what another tab drew. */
  readonly revision?: number;
};

/** Another tab saved since this one last read or wrote. */
export class DrawnElsewhere extends Error {}

/** What has been written of one document, so that the next save writes the difference only. */
export type Saved = ReadonlyMap<Operation, number>;

const NAME = "framewright-brush";
const HEADERS = "headers";
const OPERATIONS = "operations";

/** More pictures than anybody works on at a time; the oldest are forgotten. */
const MAX_DOCUMENTS = 40;

/** Rejects where the browser keeps nothing (private windows, no space left). */
export function openDraftDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(HEADERS, { keyPath: "key" });
    request.result.createObjectStore(OPERATIONS); // [key, number of the operation]
  };
  return settled(request);
}

export type Found = {
  readonly document: BrushDocument;
  readonly saved: Saved;
  readonly revision: number;
};

/** The document as it was last saved; null when there is none. */
export async function loadDocument(database: IDBDatabase, key: string): Promise<Found | null> {
  const transaction = database.transaction([HEADERS, OPERATIONS]);
  const operations = transaction.objectStore(OPERATIONS);
  const [header, keys, values] = await Promise.all([
    settled<Header | undefined>(transaction.objectStore(HEADERS).get(key)),
    settled(operations.getAllKeys(allOf(key))),
    settled<Operation[]>(operations.getAll(allOf(key))),
  ]);
  if (header === undefined) return null;
  const byNumber = new Map(keys.map((path, index) => [numberOf(path), values[index]]));
  const saved = new Map<Operation, number>();
  const read = (numbers: readonly number[]) =>
    numbers.flatMap((number) => {
      const operation = byNumber.get(number);
      if (operation === undefined) return [];
      saved.set(operation, number);
      return [operation];
    });
  const document = { size: header.size, done: read(header.done), undone: read(header.undone) };
  return { document, saved, revision: header.revision ?? 0 };
}

type Save = { key: string; document: BrushDocument; saved: Saved; revision: number; nowMs: number };

/**
 * Writes what has changed, all or nothing, on top of the revision that is known.
 * @throws DrawnElsewhere when another tab has written since
 */
export async function saveDocument(
  database: IDBDatabase,
  { key, document, saved, revision, nowMs }: Save,
): Promise<{ saved: Saved; revision: number }> {
  const transaction = database.transaction([HEADERS, OPERATIONS], "readwrite", { durability: "relaxed" });
  const operations = transaction.objectStore(OPERATIONS);
  const there = await settled<Header | undefined>(transaction.objectStore(HEADERS).get(key));
  if ((there?.revision ?? 0) !== revision) throw new DrawnElsewhere();
  const next = numbered([...document.done, ...document.undone], saved);
  for (const [operation, number] of next) {
    if (!saved.has(operation)) operations.put(operation, [key, number]);
  }
  for (const [operation, number] of saved) {
    if (!next.has(operation)) operations.delete([key, number]);
  }
  const numbers = (list: readonly Operation[]) => list.map((operation) => next.get(operation) ?? 0);
  const header: Header = {
    key,
    size: document.size,
    done: numbers(document.done),
    undone: numbers(document.undone),
    savedAtMs: nowMs,
    revision: revision + 1,
  };
  transaction.objectStore(HEADERS).put(header);
  await committed(transaction);
  return { saved: next, revision: revision + 1 };
}

export async function forgetDocument(database: IDBDatabase, key: string): Promise<void> {
  const transaction = database.transaction([HEADERS, OPERATIONS], "readwrite");
  transaction.objectStore(HEADERS).delete(key);
  transaction.objectStore(OPERATIONS).delete(allOf(key));
  await committed(transaction);
}

/** Forgets the pictures that nobody has drawn on for the longest. */
export async function forgetOldDocuments(database: IDBDatabase): Promise<void> {
  const transaction = database.transaction([HEADERS, OPERATIONS], "readwrite");
  const headers = await settled<Header[]>(transaction.objectStore(HEADERS).getAll());
  const old = headers.sort((a, b) => b.savedAtMs - a.savedAtMs).slice(MAX_DOCUMENTS);
  for (const { key } of old) {
    transaction.objectStore(HEADERS).delete(key);
    transaction.objectStore(OPERATIONS).delete(allOf(key));
  }
  await committed(transaction);
}

function numbered(operations: readonly Operation[], saved: Saved): Map<Operation, number> {
  let last = Math.max(0, ...saved.values());
  const next = new Map<Operation, number>();
  for (const operation of operations) {
    const known = saved.get(operation);
    if (known === undefined) last += 1;
    next.set(operation, known ?? last);
  }
  return next;
}

function allOf(key: string): IDBKeyRange {
  return IDBKeyRange.bound([key], [key, []]); // an array comes after every number
}

function numberOf(path: IDBValidKey): number {
  return Array.isArray(path) && typeof path[1] === "number" ? path[1] : 0;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
