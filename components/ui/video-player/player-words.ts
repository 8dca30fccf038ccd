import type { Localized } from "#lib/shared/localized.ts";

/** Words of the player's controls; in a table, so that every page can use it without an area of messages. */
export const PLAYER_WORDS = {
  player: { zh: "视频播放器", en: "Video player" },
  play: { zh: "播放", en: "Play" },
  pause: { zh: "暂停", en: "Pause" },
  previousFrame: { zh: "上一帧（,）", en: "Previous frame (,)" },
  nextFrame: { zh: "下一帧（.）", en: "Next frame (.)" },
  position: { zh: "播放位置", en: "Position" },
  mute: { zh: "静音", en: "Mute" },
  unmute: { zh: "打开声音", en: "Turn the sound on" },
  loop: { zh: "循环播放", en: "Loop" },
  speed: { zh: "播放速度", en: "Speed" },
  fullscreen: { zh: "全屏", en: "Full screen" },
  leaveFullscreen: { zh: "退出全屏", en: "Leave full screen" },
  broken: {
    zh: "这个视频无法播放，可以下载后查看",
    en: "This clip cannot be played here; download it instead",
  },
} as const satisfies Record<string, Localized>;
