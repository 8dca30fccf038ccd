/** An inclusive range of bytes. */
export type ByteRange = { readonly start: number; readonly end: number };

/** A file that is about to be stored; it lies in a work folder of the same store. */
export type NewBlob = {
  readonly path: string;
  /** Lowercase hex. */
  readonly sha256: string;
  /** File ending without the dot; part of the key, so that a key alone tells what it is. */
  readonly extension: string;
};

/** A blob that is in a store. */
export type StoredBlob = {
  readonly key: string;
  readonly bytes: number;
  /** When it was published, by the clock of whoever keeps it; a second time need not count. */
  readonly writtenAt: Date;
};

/** Blobs that nobody seems to need: out of use, and not gone yet. See lib/assets/sweep-blobs.ts. */
export type AsideStore = {
  /** Takes a blob out of use; what is not there stays so. */
  readonly put: (key: string) => Promise<void>;
  /** Makes it a blob like any other again, also where the same content was published meanwhile. */
  readonly bringBack: (key: string) => Promise<void>;
  /** Removes it for good. */
  readonly discard: (key: string) => Promise<void>;
  /** `writtenAt` is when it was put there. */
  readonly list: () => AsyncIterable<StoredBlob>;
};

/** Where a run of bytes of an upload is; no two writers use the same place. */
export type PartPlace = { readonly uploadId: string; readonly place: string };

/** Bytes of uploads that are not whole yet, apart from the blobs: each belongs to one upload and goes with it. */
export type PartStore = {
  /** Takes a file of a work folder; afterwards its bytes outlive a power cut. */
  readonly put: (part: PartPlace & { readonly path: string }) => Promise<void>;
  readonly open: (part: PartPlace) => ReadableStream<Uint8Array>;
  /** All parts of an upload, also those that nobody counts; none is fine. */
  readonly removeAll: (uploadId: string) => Promise<void>;
  /** Uploads of which there are parts, and when the newest was written. */
  readonly list: () => AsyncIterable<{ readonly uploadId: string; readonly writtenAt: Date }>;
};

/**
 * Where media live: files on disk, or objects in a bucket. Keys are made of the content's hash: the same bytes are stored
 * once, and a key never means other bytes.
 */
export type BlobStore = {
  /**
   * A folder on the local disk for a job's temporary files, from which `publish` takes them. The caller removes it.
   * With a name it is the same folder each time, for what must outlive an attempt.
   */
  readonly workDir: (name?: string) => Promise<string>;
  /** Removes the work folders of processes that were killed: those that nobody touched for a day. */
  readonly removeAbandonedWork: () => Promise<void>;
  /**
   * Makes a file available under its key, whole or not at all, and only after its bytes were read back and hashed.
   * Takes the file away from where it was. Publishing the same content twice is fine.
   * @returns the key
   */
  readonly publish: (blob: NewBlob) => Promise<string>;
  /** Size in bytes, or null when there is no such blob. */
  readonly size: (key: string) => Promise<number | null>;
  readonly open: (key: string, range?: ByteRange) => ReadableStream<Uint8Array>;
  readonly read: (key: string) => Promise<Uint8Array>;
  /** Hash of the bytes as they are stored now, lowercase hex. */
  readonly hash: (key: string) => Promise<string>;
  /** Everything that is stored, in no order. */
  readonly list: () => AsyncIterable<StoredBlob>;
  /** Removing what is not there is fine. For operators' commands: the studio itself only ever puts aside. */
  readonly remove: (key: string) => Promise<void>;
  readonly aside: AsideStore;
  readonly parts: PartStore;
  /**
   * Refuses new work while there is too little room to finish what was begun.
   * @throws AppError insufficient_storage
   */
  readonly requireRoom: (bytes: number) => Promise<void>;
};
