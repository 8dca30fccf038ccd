import type { Conversion, MediaNews, MediaOrder, OpenedMedia } from "./media-messages.ts";

type News<Type extends MediaNews["type"]> = Extract<MediaNews, { type: Type }>;

/** What a film or a sound is; null when it is neither, or broken. */
export async function probeFile(file: Blob, signal: AbortSignal): Promise<OpenedMedia | null> {
  return (await ask({ type: "probe", file }, "probed", { signal })).media;
}

/** How loud a sound is over its length; null when this browser cannot decode it. */
export async function peaksOf(file: Blob, count: number, signal: AbortSignal): Promise<Float32Array | null> {
  return (await ask({ type: "peaks", file, count }, "peaks", { signal })).peaks;
}

type StripOrder = {
  readonly count: number;
  readonly heightPx: number;
  readonly signal: AbortSignal;
  readonly onFrame: (index: number, picture: ImageBitmap) => void;
};

/** Draws pictures of a film one after the other. */
export async function stripOf(file: Blob, { count, heightPx, signal, onFrame }: StripOrder): Promise<void> {
  const onNews = (news: MediaNews) => news.type === "frame" && onFrame(news.index, news.picture);
  await ask({ type: "strip", file, count, heightPx }, "done", { signal, onNews });
}

type ConvertOrder = {
  readonly wish: Conversion;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
};

/** Writes a file anew. @throws when this browser cannot, and the signal's reason when it is aborted */
export async function convertFile(file: Blob, { wish, signal, onProgress }: ConvertOrder): Promise<Blob> {
  const onNews = (news: MediaNews) => news.type === "progress" && onProgress(news.share);
  const { bytes, mime } = await ask({ type: "convert", file, wish }, "converted", { signal, onNews });
  return new Blob([bytes], { type: mime });
}

type Asking = { readonly signal: AbortSignal; readonly onNews?: (news: MediaNews) => unknown };

/** One order, one thread: to abort it is to end it. */
function ask<Type extends MediaNews["type"]>(
  order: MediaOrder,
  answer: Type,
  { signal, onNews }: Asking,
): Promise<News<Type>> {
  const { promise, resolve, reject } = Promise.withResolvers<News<Type>>();
  if (signal.aborted) return Promise.reject(signal.reason);
  const worker = new Worker(new URL("./media-worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<MediaNews>) =>
    isNews(data, answer) ? resolve(data) : onNews?.(data);
  worker.onerror = ({ error, message }) =>
    reject(new Error("the file could not be worked on", { cause: error ?? message }));
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  worker.postMessage(order);
  return promise.finally(() => {
    signal.removeEventListener("abort", abort);
    worker.terminate();
  });
}

function isNews<Type extends MediaNews["type"]>(news: MediaNews, type: Type): news is News<Type> {
  return news.type === type;
}
