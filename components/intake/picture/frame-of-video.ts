/** A frame this long before the end is a real one in every player; the very end often shows nothing. */
const BEFORE_END_SECONDS = 0.05;

/** The last frame of a clip as a JPEG file. Throws when the clip cannot be played here. */
export async function lastFrameOf(url: string, name: string): Promise<File> {
  const video = document.createElement("video");
  video.muted = true;
  video.preload = "auto";
  video.src = url;
  await happens(video, "loadedmetadata");
  video.currentTime = Math.max(0, video.duration - BEFORE_END_SECONDS);
  await happens(video, "seeked");
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  video.removeAttribute("src");
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.95));
  if (file === null) throw new Error("the frame could not be read");
  return new File([file], `${name}.jpg`, { type: "image/jpeg" });
}

function happens(video: HTMLVideoElement, event: "loadedmetadata" | "seeked"): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(event, () => resolve(), { once: true });
    video.addEventListener("error", () => reject(new Error("the clip could not be played")), { once: true });
  });
}
