import type { Locale } from "#lib/shared/localized.ts";
import type { Area } from "./areas.ts";
import accountEn from "./messages/en/account.json" with { type: "json" };
import auditEn from "./messages/en/audit.json" with { type: "json" };
import commonEn from "./messages/en/common.json" with { type: "json" };
import connectionsEn from "./messages/en/connections.json" with { type: "json" };
import createEn from "./messages/en/create.json" with { type: "json" };
import docsEn from "./messages/en/docs.json" with { type: "json" };
import draftsEn from "./messages/en/drafts.json" with { type: "json" };
import entryEn from "./messages/en/entry.json" with { type: "json" };
import galleryEn from "./messages/en/gallery.json" with { type: "json" };
import intakeEn from "./messages/en/intake.json" with { type: "json" };
import libraryEn from "./messages/en/library.json" with { type: "json" };
import motionEn from "./messages/en/motion.json" with { type: "json" };
import settingsEn from "./messages/en/settings.json" with { type: "json" };
import shellEn from "./messages/en/shell.json" with { type: "json" };
import taskEn from "./messages/en/task.json" with { type: "json" };
import teamEn from "./messages/en/team.json" with { type: "json" };
import uploadsEn from "./messages/en/uploads.json" with { type: "json" };
import webhooksEn from "./messages/en/webhooks.json" with { type: "json" };
import accountZh from "./messages/zh-CN/account.json" with { type: "json" };
import auditZh from "./messages/zh-CN/audit.json" with { type: "json" };
import commonZh from "./messages/zh-CN/common.json" with { type: "json" };
import connectionsZh from "./messages/zh-CN/connections.json" with { type: "json" };
import createZh from "./messages/zh-CN/create.json" with { type: "json" };
import docsZh from "./messages/zh-CN/docs.json" with { type: "json" };
import draftsZh from "./messages/zh-CN/drafts.json" with { type: "json" };
import entryZh from "./messages/zh-CN/entry.json" with { type: "json" };
import galleryZh from "./messages/zh-CN/gallery.json" with { type: "json" };
import intakeZh from "./messages/zh-CN/intake.json" with { type: "json" };
import libraryZh from "./messages/zh-CN/library.json" with { type: "json" };
import motionZh from "./messages/zh-CN/motion.json" with { type: "json" };
import settingsZh from "./messages/zh-CN/settings.json" with { type: "json" };
import shellZh from "./messages/zh-CN/shell.json" with { type: "json" };
import taskZh from "./messages/zh-CN/task.json" with { type: "json" };
import teamZh from "./messages/zh-CN/team.json" with { type: "json" };
import uploadsZh from "./messages/zh-CN/uploads.json" with { type: "json" };
import webhooksZh from "./messages/zh-CN/webhooks.json" with { type: "json" };

const en = {
  common: commonEn,
  shell: shellEn,
  entry: entryEn,
  account: accountEn,
  create: createEn,
  motion: motionEn,
  intake: intakeEn,
  uploads: uploadsEn,
  gallery: galleryEn,
  task: taskEn,
  library: libraryEn,
  team: teamEn,
  audit: auditEn,
  settings: settingsEn,
  connections: connectionsEn,
  webhooks: webhooksEn,
  docs: docsEn,
  drafts: draftsEn,
} as const satisfies Record<Area, MessageTree>;

const zh = {
  common: commonZh,
  shell: shellZh,
  entry: entryZh,
  account: accountZh,
  create: createZh,
  motion: motionZh,
  intake: intakeZh,
  uploads: uploadsZh,
  gallery: galleryZh,
  task: taskZh,
  library: libraryZh,
  team: teamZh,
  audit: auditZh,
  settings: settingsZh,
  connections: connectionsZh,
  webhooks: webhooksZh,
  docs: docsZh,
  drafts: draftsZh,
} as const satisfies Record<Area, MessageTree>;

/** Texts as written, in ICU MessageFormat. English has every key; the parity test holds Chinese to it. */
export const CATALOGUE: Readonly<Record<Locale, Readonly<Record<Area, MessageTree>>>> = { en, "zh-CN": zh };

export type Messages = typeof en;

export type MessageTree = { readonly [key: string]: string | MessageTree };

declare module "use-intl/core" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
