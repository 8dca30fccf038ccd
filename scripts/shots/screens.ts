/** What has to be there before a screen is worth a picture. */
type Scene = "no-team" | "signed-out" | "signed-in";

export type Screen = {
  /** The picture's file name. */
  name: string;
  scene: Scene;
  /** `{succeeded}`, `{failed}` and `{running}` stand for the ids of seeded tasks. */
  path: string;
};

/** Every main screen. */
export const SCREENS: readonly Screen[] = [
  { name: "setup", scene: "no-team", path: "/setup" },
  { name: "sign-in", scene: "signed-out", path: "/sign-in" },
  { name: "forgot-password", scene: "signed-out", path: "/forgot-password" },
  { name: "create", scene: "signed-in", path: "/create" },
  { name: "create-text", scene: "signed-in", path: "/create/text-to-video" },
  { name: "create-image", scene: "signed-in", path: "/create/image-to-video" },
  { name: "tool-motion-control", scene: "signed-in", path: "/create/motion-control" },
  { name: "tool-pictures", scene: "signed-in", path: "/create/pictures" },
  { name: "tool-lip-sync", scene: "signed-in", path: "/create/lip-sync" },
  { name: "tool-lip-sync-face", scene: "signed-in", path: "/create/lip-sync-face" },
  { name: "tool-avatar", scene: "signed-in", path: "/create/avatar" },
  { name: "tool-sound", scene: "signed-in", path: "/create/sound" },
  { name: "tool-video-sound", scene: "signed-in", path: "/create/video-sound" },
  { name: "tool-speech", scene: "signed-in", path: "/create/speech" },
  { name: "tool-omni-pictures", scene: "signed-in", path: "/create/omni-pictures" },
  { name: "tool-pictures-to-picture", scene: "signed-in", path: "/create/pictures-to-picture" },
  { name: "tool-expand", scene: "signed-in", path: "/create/expand" },
  { name: "gallery", scene: "signed-in", path: "/gallery" },
  { name: "gallery-failed", scene: "signed-in", path: "/gallery?status=failed" },
  { name: "gallery-empty", scene: "signed-in", path: "/gallery?search=nothing-has-this-name" },
  { name: "gallery-trash", scene: "signed-in", path: "/gallery?trash=true" },
  { name: "task-succeeded", scene: "signed-in", path: "/tasks/{succeeded}" },
  { name: "task-failed", scene: "signed-in", path: "/tasks/{failed}" },
  { name: "task-running", scene: "signed-in", path: "/tasks/{running}" },
  { name: "library-assets", scene: "signed-in", path: "/library/assets" },
  { name: "library-elements", scene: "signed-in", path: "/library/elements" },
  { name: "library-voices", scene: "signed-in", path: "/library/voices" },
  { name: "library-effects", scene: "signed-in", path: "/library/effects" },
  { name: "team", scene: "signed-in", path: "/team" },
  { name: "settings", scene: "signed-in", path: "/settings" },
  { name: "connections", scene: "signed-in", path: "/settings/connections" },
  {
    name: "docs-capabilities",
    scene: "signed-in",
    path: "/docs/capabilities?kind=image2video&model=kling-v3",
  },
  { name: "docs-api", scene: "signed-in", path: "/docs/api?operation=create_text2video" },
  { name: "not-found", scene: "signed-in", path: "/no-such-page" },
];

export const DEVICES = {
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
  phone: { viewport: { width: 412, height: 839 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
} as const;

export const THEMES = ["light", "dark"] as const;
export const LOCALES = ["zh-CN", "en"] as const;

export type Variant = {
  device: keyof typeof DEVICES;
  theme: (typeof THEMES)[number];
  locale: (typeof LOCALES)[number];
};

export function allVariants(): Variant[] {
  return (["desktop", "phone"] as const).flatMap((device) =>
    THEMES.flatMap((theme) => LOCALES.map((locale) => ({ device, theme, locale }))),
  );
}
