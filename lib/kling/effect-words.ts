/**
 * What the words in the names of effects mean in Chinese, word by word. Ours: upstream publishes identifiers only, so this is a
 * reading of them and no product name. Words that Chinese writes the same way are left out.
 */
const TEXT = `
advent 降临 african 非洲 air 空中 alert 警报 alive 复活 american 美式 and 与 angel 天使 animal 动物 anime 动漫 ape 猩猩
arg 阿根廷 arts 艺术 balloon 气球 barbie 芭比 baseball 棒球 beads 拼豆 bear 熊 beast 猛兽 bee 蜜蜂 beverage 饮料 bicycle 倒钩
birthday 生日 black 黑色 blaze 火焰 bloodline 血脉 bloom 绽放 bloombloom 绽放 blow 吹 board 板 bomb 炸弹 boss 老板 bouncy 弹跳
bouquet 花束 box 盒子 boyfriend 男友 bra 巴西 broom 扫帚 brown 棕 building 大楼 bullet 子弹 burst 爆裂 car 汽车 card 牌
carpet 飞毯 cartoon 卡通 celebration 庆祝 chair 椅 challenge 挑战 champagne 香槟 charm 魅力 check 检查 cheers 干杯 chef 厨师
chinese 中国 christmas 圣诞 chubby 胖胖 city 城市 cloak 斗篷 collapse 倒塌 color 颜色 come 来 comics 漫画 coming 来了
construction 建筑 coronation 加冕 countdown 倒计时 couplets 春联 cozy 温馨 crash 撞 critter 小动物 cry 哭 crystal 水晶
cuju 蹴鞠 curly 卷毛 cute 可爱 daily 日常 dance 舞 daoma 刀马 dark 暗黑 day 日 delivery 送货 demon 恶魔 dirt 越野
disappear 消失 disco 迪斯科 dishwasher 洗碗 diving 潜水 dizzydizzy 晕乎乎 dollar 美元 door 门 double 双 dragon 龙
dreams 梦 dressup 换装 drive 驾驶 drop 落下 drunk 醉 dumpling 饺子 dunk 扣篮 eagle 老鹰 earth 地球 elegance 优雅 elf 精灵
emoji 表情包 escape 逃离 eternal 永恒 exercise 锻炼 expansion 膨胀 explosion 爆炸 express 快车 expression 表情 faces 脸
fairy 仙女 feast 盛宴 feed 喂 feet 脚 felt 毛毡 festival 节 fever 狂热 fight 打斗 figure 手办 film 胶片 finger 手指
fireball 火球 firework 烟花 fireworks 烟花 first 第一 fish 鱼 fitness 健身 flash 闪现 flat 躺平 flora 花 fly 飞 flyer 飞行
food 食物 football 足球 fortune 财运 fra 法国 french 法式 from 来自 frost 冰霜 funky 放克 fuzzyfuzzy 毛茸茸 gallery 画廊
gesture 手势 get 变 ghost 幽灵 gift 礼物 gifts 礼物 ginger 姜饼 girlfriend 女友 glamour 魅力 glow 光 goal 进球 god 神
golden 金色 good 好 great 大 greeting 问候 guardian 守护 guess 猜 gun 枪 hair 头发 halloween 万圣节 happy 快乐 head 头
headbang 甩头 heart 爱心 high 高 hip 胯 horse 马 hot 热辣 hug 拥抱 idol 偶像 in 入 inner 内心 instant 瞬间 interview 采访
japanese 日式 jazz 爵士 jealousy 吃醋 jelly 果冻 jesus 耶稣 jewel 宝石 jiggle 抖动 joy 喜悦 jumpdrop 跳落 jumping 跳跃
kick 踢 kid 小孩 kiss 亲吻 king 国王 knock 敲 knocks 敲门 korean 韩国 laicai 来财 landmark 地标 lantern 灯笼 lie 躺
light 光 lightning 闪电 lion 狮 list 名单 live 直播 long 长 look 造型 love 爱 luck 运 lucky 幸运 luminous 发光 maestro 大师
magic 魔法 make 造 makeup 化妆 making 制作 man 人 marry 结婚 martial 武术 martian 火星 mask 面具 match 火柴 me 我 media 媒体
memory 回忆 meow 喵 minimalist 极简 mixing 混合 money 钱 mooncake 月饼 morph 变形 motion 动 moto 摩托 motorcycle 摩托
mummy 木乃伊 muscle 肌肉 mushroom 蘑菇 my 我的 mythic 神话 net 网 new 新 nezha 哪吒 night 夜 of 之 off 下场 office 办公室
ootd 穿搭 opera 戏曲 ornament 挂饰 out 出 overdrive 超载 packet 红包 palm 手掌 parade 游行 particle 粒子 past 过去 paste 贴
paw 爪 paws 爪 perler 拼豆 pet 宠物 pets 宠物 phantom 幻影 photo 照片 pic 照片 pigeon 鸽子 piggy 小猪 pink 粉色
pixelpixel 像素 plow 推犁 plushcut 毛绒 polar 北极 poping 机械舞 por 葡萄牙 power 力量 prank 恶作剧 press 按压 printer 打印机
prosperity 兴旺 pucker 嘟嘴 pumpitup 踩点 pumpkin 南瓜 pure 纯 quick 快 raid 查房 rain 雨 rampage 狂暴 random 随机 red 红
return 归来 reveal 揭晓 revenge 复仇 rich 富 ride 骑行 rider 骑士 ring 环 rocketrocket 火箭 roll 摇 run 跑 running 奔跑
rush 狂奔 sailing 航行 samba 桑巴 santa 圣诞老人 sassy 傲娇 scarlet 绯红 scepter 权杖 scream 尖叫 sedan 花轿 send 送 sent 罚
shake 摇 shark 鲨鱼 shoot 拍摄 shooting 流 shot 射击 shrug 耸肩 shush 嘘 siblings 兄弟姐妹 silk 丝绸 sized 大小
skateboard 滑板 skateskate 滑板 ski 滑雪 skyfall 天降 slice 切片 slide 滑 smoke 烟 smooth 丝滑 snatch 抢 snatched 被抢
snow 雪 snowboarding 单板滑雪 snowglobe 水晶球 soccer 足球 song 歌 sovereign 君王 spark 火花 sparkler 仙女棒 spider 蜘蛛
spielberg 斯皮尔伯格 spirit 精灵 splash 飞溅 splashsplash 水花 spring 春 squeeze 挤压 squish 捏 star 星 steampunk 蒸汽朋克
step 步 striker 射手 studio 影棚 style 风格 subject 科目 success 成功 summer 夏日 surfsurf 冲浪 surprise 惊喜 surround 环绕
swag 嘻哈 sway 摇摆 sweater 毛衣 swing 摇摆 swipe 滑动 swish 嗖 switch 切换 tangyuan 汤圆 teleport 传送 tennis 网球
theme 主题 throne 王座 thumbs 拇指 tiger 老虎 time 时间 tiny 迷你 to 变 toast 祝酒 toon 卡通 toss 抛 trampoline 蹦床
transform 变身 transition 转场 tree 树 trend 潮流 twist 扭 unique 独特 up 向上 vampire 吸血鬼 var 裁判 veggie 蔬菜
venomous 毒 victory 胜利 village 村庄 voice 声音 wand 魔杖 warrior 战士 watermelon 西瓜 wealth 财富 what 什么 whirling 旋转
white 白 wig 假发 wiggle 扭动 window 车窗 wing 翅膀 wings 翅膀 winter 冬日 witch 女巫 with 与 wizard 巫师 woodland 森林
wool 羊毛 worker 工人 working 上班 world 世界 wrap 包裹 yangge 秧歌 year 年 yearbook 毕业照 zombie 僵尸 zoom 拉近
red-packet 红包 thumbs-up 点赞 spring-couplets 春联 zoom-out 拉远 lie-flat 躺平 new-year 新年 shooting-star 流星
lucky-money-come 好运来财 bullet-time 子弹时间 pucker-up 嘟嘴 sent-off 罚下 lion-dance 舞狮 lantern-festival 元宵
marry-me 求婚 day-to-night 日夜转换
`;

const WORDS: ReadonlyMap<string, string> = new Map(
  [...TEXT.matchAll(/(\S+)\s+(\S+)/g)].map(([, word = "", meaning = ""]) => [word, meaning]),
);

/** A word of an effect's name in Chinese; undefined where Chinese writes it as it is. */
export function chineseOf(word: string): string | undefined {
  return WORDS.get(word);
}
