import type { MediaNews, MediaOrder } from "./media-messages.ts";

/** The thread that lib/client/media/media-thread.ts starts; it alone sends to it, so the shape of an order is taken as given. */
self.onmessage = async ({ data }: MessageEvent<MediaOrder>) => {
  try {
    await obey(data);
  } catch (error) {
    // A rejection would reach nobody: only an error that is thrown outside of promises is told to the page.
    setTimeout(() => {
      throw error;
    });
  }
};

async function obey(order: MediaOrder): Promise<void> {
  const { file } = order;
  switch (order.type) {
    case "probe": {
      const { probeMedia } = await import("./probe-media.ts");
      return say({ type: "probed", media: await probeMedia(file) });
    }
    case "strip": {
      const { drawStrip } = await import("./draw-strip.ts");
      for await (const { index, picture } of drawStrip(file, order)) {
        self.postMessage({ type: "frame", index, picture } satisfies MediaNews, { transfer: [picture] });
      }
      return say({ type: "done" });
    }
    case "peaks": {
      const { readPeaks } = await import("./read-peaks.ts");
      return say({ type: "peaks", peaks: await readPeaks(file, order.count) });
    }
    case "convert": {
      const { convertMedia } = await import("./convert-media.ts");
      const onProgress = (share: number) => say({ type: "progress", share });
      const { bytes, mime } = await convertMedia(file, order.wish, onProgress);
      self.postMessage({ type: "converted", bytes, mime } satisfies MediaNews, { transfer: [bytes] });
    }
  }
}

function say(news: MediaNews): void {
  self.postMessage(news);
}
