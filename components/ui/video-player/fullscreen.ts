/** On iPhones only the video itself can fill the screen, by a call of their own that no type knows. */
type PhoneVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

/** Fills the screen with the whole player, controls included, or leaves it. */
export function toggleFullscreen(frame: HTMLElement | null, video: PhoneVideo): void {
  if (document.fullscreenElement !== null) {
    void document.exitFullscreen();
    return;
  }
  if (frame !== null && document.fullscreenEnabled) {
    frame.requestFullscreen().catch(() => {}); // refused outside a gesture; nothing is lost
    return;
  }
  video.webkitEnterFullscreen?.();
}
