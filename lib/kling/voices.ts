import type { Localized } from "#lib/shared/localized.ts";

/**
 * The voices of lip-sync and tts by id, named in the languages whose list has them: 35 zh and 27 en (api-reference §8: golem,
 * from the official voice guide; the counts are confirmed by a second integrator). An id speaks both languages. Custom
 * voices and presets-voices are another catalogue (§4.4).
 */
const NAMES: Readonly<Record<string, Partial<Localized>>> = {
  genshin_vindi2: { zh: "阳光少年", en: "Sunny" },
  zhinen_xuesheng: { zh: "懂事小弟", en: "Sage" },
  tiyuxi_xuedi: { zh: "运动少年" },
  ai_shatang: { zh: "青春少女", en: "Blossom" },
  genshin_klee2: { zh: "温柔小妹", en: "Peppy" },
  genshin_kirara: { zh: "元气少女", en: "Dove" },
  ai_kaiya: { zh: "阳光男生", en: "Shine" },
  tiexin_nanyou: { zh: "幽默小哥" },
  ai_chenjiahao_712: { zh: "文艺小哥", en: "Lyric" },
  girlfriend_1_speech02: { zh: "甜美邻家" },
  "chat1_female_new-3": { zh: "温柔姐姐", en: "Tender" },
  girlfriend_2_speech02: { zh: "职场女青" },
  "cartoon-boy-07": { zh: "活泼男童", en: "Zippy" },
  "cartoon-girl-01": { zh: "俏皮女童", en: "Sprite" },
  ai_huangyaoshi_712: { zh: "稳重老爸", en: "Rock" },
  you_pingjing: { zh: "温柔妈妈", en: "Helen" },
  ai_laoguowang_712: { zh: "严肃上司", en: "Titan" },
  chengshu_jiejie: { zh: "优雅贵妇", en: "Grace" },
  zhuxi_speech02: { zh: "慈祥爷爷" },
  uk_oldman3: { zh: "唠叨爷爷" },
  laopopo_speech02: { zh: "唠叨奶奶", en: "Prattle" },
  heainainai_speech02: { zh: "和蔼奶奶", en: "Hearth" },
  dongbeilaotie_speech02: { zh: "东北老铁" },
  chongqingxiaohuo_speech02: { zh: "重庆小伙" },
  chuanmeizi_speech02: { zh: "四川妹子" },
  chaoshandashu_speech02: { zh: "潮汕大叔" },
  ai_taiwan_man2_speech02: { zh: "台湾男生" },
  xianzhanggui_speech02: { zh: "西安掌柜" },
  tianjinjiejie_speech02: { zh: "天津姐姐" },
  "diyinnansang_DB_CN_M_04-v2": { zh: "新闻播报男" },
  "yizhipiannan-v1": { zh: "译制片男" },
  "guanxiaofang-v2": { zh: "元气少女" },
  "tianmeixuemei-v1": { zh: "撒娇女友" },
  "daopianyansang-v1": { zh: "刀片烟嗓" },
  "mengwa-v1": { zh: "乖巧正太" },
  AOT: { en: "Ace" },
  oversea_male1: { en: "Anchor" },
  girlfriend_4_speech02: { en: "Melody" },
  "chat_0407_5-1": { en: "Siren" },
  uk_boy1: { en: "Bud" },
  PeppaPig_platform: { en: "Candy" },
  ai_huangzhong_712: { en: "Beacon" },
  calm_story1: { en: "Lore" },
  uk_man2: { en: "Crag" },
  "reader_en_m-v1": { en: "The Reader" },
  "commercial_lady_en_f-v1": { en: "Commercial Lady" },
};

export type Voice = {
  readonly id: string;
  /** Its one name twice where only one list has it. */
  readonly name: Localized;
  /** Lists that have it. */
  readonly languages: readonly ("zh" | "en")[];
};

export const VOICES: readonly Voice[] = Object.entries(NAMES).map(([id, { zh, en }]) => ({
  id,
  name: { zh: zh ?? en ?? id, en: en ?? zh ?? id },
  languages: [...(zh === undefined ? [] : ["zh" as const]), ...(en === undefined ? [] : ["en" as const])],
}));

/** A voice by its id; undefined when there is none of that id. */
export function findVoice(id: string): Voice | undefined {
  return VOICES.find((voice) => voice.id === id);
}
