/** What may be brought into the library, in bytes. Here, apart from the schemas, for the browser. */
export const MAX_UPLOAD_BYTES = {
  image: 10 * 1024 * 1024,
  video: 200 * 1024 * 1024,
  audio: 200 * 1024 * 1024,
} as const;

/** Begun and not finished, of one team, at a time. */
export const MAX_UNFINISHED_UPLOADS = 100;

/** After its last byte an upload waits so long for the next one. */
export const UPLOAD_EXPIRES_HOURS = 24;
