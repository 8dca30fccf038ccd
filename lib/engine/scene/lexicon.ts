import type { CameraMove } from "./camera.ts";
import type { Backdrop, Extra, Ground, SubjectKind, TimeOfDay, Weather } from "./scene.ts";

/** What one word of a prompt asks of the scene. */
export type Meaning = {
  time?: TimeOfDay;
  weather?: Weather;
  backdrop?: Backdrop;
  ground?: Ground;
  isWinter?: boolean;
  /** `#rrggbb` */
  color?: string;
  subject?: SubjectKind;
  isMany?: boolean;
  extra?: Extra;
  orb?: boolean;
  camera?: CameraMove;
};

type Entry = { words: readonly string[]; meaning: Meaning };

const entry = (words: string, meaning: Meaning): Entry => ({ words: words.split("|"), meaning });

/**
 * The words the sandbox understands. Longer words win over shorter ones inside them (`paper boat` over `boat`, `上海` over
 * `海`); English words also match with `s` or `es` behind them, which means many.
 */
export const LEXICON: readonly Entry[] = [
  // time of day
  entry("dawn|sunrise|daybreak|morning|日出|黎明|清晨|早晨|破晓|拂晓|晨光", { time: "dawn" }),
  entry("day|daytime|noon|midday|afternoon|sunny|bright|白天|正午|中午|下午|晴天|蓝天|阳光|明媚", {
    time: "day",
  }),
  entry("sunset|golden hour|evening sun|日落|夕阳|黄昏|傍晚|晚霞|落日|金色时刻", { time: "sunset" }),
  entry("dusk|twilight|evening|blue hour|暮色|薄暮|蓝调时刻", { time: "dusk" }),
  entry("night|midnight|nighttime|nocturnal|neon|夜|夜晚|黑夜|深夜|夜空|午夜|夜色|霓虹|赛博朋克|cyberpunk", {
    time: "night",
  }),
  entry("moon|moonlight|moonlit|full moon|月亮|月光|满月|圆月|明月|月", { time: "night", orb: true }),
  entry("sun|太阳|烈日", { orb: true }),
  entry("star|stars|starry|milky way|星|星空|星星|繁星|银河|星河", { time: "night" }),
  // weather and air
  entry("rain|rainy|raining|drizzle|shower|downpour|雨|下雨|细雨|大雨|雨天|烟雨", { weather: "rain" }),
  entry("rainy night|雨夜", { weather: "rain", time: "night" }),
  entry("storm|stormy|thunder|lightning|thunderstorm|暴风雨|雷雨|闪电|暴雨|雷电", { weather: "storm" }),
  entry("snow|snowing|snowfall|snowflake|falling snow|blizzard|下雪|雪花|大雪|飘雪|雪|暴风雪|落雪", {
    weather: "snow",
    isWinter: true,
  }),
  entry(
    "snowy|snow-capped|snow-covered|winter|icy|ice|frozen|glacier|arctic|雪地|雪景|雪原|冬天|冬日|冬季|冰|冰川|北极|南极",
    {
      isWinter: true,
    },
  ),
  entry("fog|foggy|mist|misty|haze|hazy|雾|薄雾|云雾|迷雾|晨雾", { weather: "fog" }),
  entry("cloud|cloudy|overcast|云|多云|阴天|乌云|云朵|云海|白云", { weather: "cloudy" }),
  entry("clear sky|晴空|晴朗", { weather: "clear" }),
  // places
  entry("sea|ocean|seaside|beach|coast|shore|bay|wave|surf|海|大海|海洋|海边|海滩|海浪|沙滩|海面|港湾", {
    backdrop: "islands",
    ground: "water",
  }),
  entry("island|岛|海岛|岛屿|小岛", { backdrop: "islands", ground: "water" }),
  entry("lake|pond|湖|湖水|湖面|池塘|湖泊|西湖", { backdrop: "mountains", ground: "water" }),
  entry("river|stream|canal|waterfall|puddle|江|河|溪|河流|小溪|江南|瀑布|水", { ground: "water" }),
  entry("mountain|mountainous|peak|alps|summit|valley|cliff|山|高山|山峰|群山|山谷|峡谷|山脉|山顶", {
    backdrop: "mountains",
  }),
  entry("snow mountain|snowy mountain|snow-capped mountain|雪山|雪峰", {
    backdrop: "mountains",
    isWinter: true,
  }),
  entry(
    "hill|hillside|countryside|meadow|field|grass|grassland|prairie|farm|spring|草地|草原|田野|山坡|丘陵|乡村|稻田|麦田|春天|原野",
    {
      backdrop: "hills",
      ground: "meadow",
    },
  ),
  entry(
    "city|cityscape|skyline|downtown|skyscraper|metropolis|tokyo|shanghai|new york|urban|城市|都市|上海|北京|东京|香港|重庆|高楼|大厦|摩天楼",
    {
      backdrop: "city",
    },
  ),
  entry("street|alley|traffic|街|街道|马路|街头|小巷", { backdrop: "city", ground: "road" }),
  entry("road|highway|公路|道路|山路", { ground: "road" }),
  entry("rooftop|roof|balcony|terrace|屋顶|天台|阳台|露台", { ground: "ledge" }),
  entry(
    "window|windowsill|room|cafe|café|coffee|library|study|bedroom|indoor|desk|窗|窗前|窗边|窗台|窗外|房间|咖啡|咖啡馆|书房|卧室|室内|书桌",
    {
      ground: "window",
    },
  ),
  entry("forest|woods|woodland|jungle|pine|bamboo|森林|树林|竹林|丛林|林间|松林", {
    backdrop: "forest",
    ground: "meadow",
  }),
  entry("desert|dune|sahara|oasis|沙漠|沙丘|戈壁|大漠", { backdrop: "dunes", ground: "sand" }),
  entry("village|town|hamlet|村庄|小镇|村落|古镇|小村", { backdrop: "village", ground: "meadow" }),
  entry("space|outer space|galaxy|cosmos|universe|planet|nebula|太空|宇宙|星球|星云|星系|行星", {
    backdrop: "stars",
    ground: "moonscape",
    time: "night",
  }),
  entry("mars|lunar surface|火星|月球|月面", { backdrop: "stars", ground: "moonscape", time: "night" }),
  entry("underwater|deep sea|coral|coral reef|seabed|水下|海底|深海|珊瑚|海底世界", {
    backdrop: "deep",
    ground: "seabed",
  }),
  // subjects
  entry("astronaut|spaceman|cosmonaut|宇航员|航天员|太空人", { subject: "astronaut" }),
  entry("balloon|hot air balloon|hot-air balloon|热气球|气球", { subject: "balloon" }),
  entry("bicycle|bike|cyclist|自行车|单车|骑行", { subject: "bicycle" }),
  entry("bird|seagull|gull|crane|goose|geese|swallow|sparrow|鸟|海鸥|飞鸟|大雁|燕子|鸟群|仙鹤|白鹤", {
    subject: "bird",
  }),
  entry("boat|sailboat|sail|yacht|canoe|fishing boat|船|帆船|小船|渔船|小舟|舟|帆", { subject: "boat" }),
  entry("ship|vessel|ferry|cruise|轮船|邮轮|货轮|大船", { subject: "ship" }),
  entry("paper boat|paper boats|origami boat|纸船|小纸船", { subject: "paper boat" }),
  entry("butterfly|butterflies|蝴蝶", { subject: "butterfly" }),
  entry("house|cabin|cottage|hut|home|barn|房子|小屋|木屋|房屋|农舍|家", { subject: "cabin" }),
  entry("camel|caravan|骆驼|驼队", { subject: "camel" }),
  entry("car|taxi|truck|van|sports car|vehicle|汽车|轿车|跑车|车|出租车|卡车|赛车", { subject: "car" }),
  entry("cat|kitten|kitty|猫|小猫|猫咪|花猫", { subject: "cat" }),
  entry("orange cat|ginger cat|橘猫", { subject: "cat", color: "#e39a4a" }),
  entry("black cat|黑猫", { subject: "cat", color: "#3a3540" }),
  entry("white cat|白猫", { subject: "cat", color: "#efe6da" }),
  entry("deer|stag|elk|moose|reindeer|鹿|小鹿|麋鹿", { subject: "deer" }),
  entry("dog|puppy|wolf|corgi|狗|小狗|犬|柯基|狼", { subject: "dog" }),
  entry("dragon|龙|巨龙|神龙", { subject: "dragon" }),
  entry("fish|goldfish|koi|dolphin|shark|鱼|金鱼|锦鲤|鱼群|海豚|鲨鱼", { subject: "fish" }),
  entry("flower|tulip|rose|sunflower|daisy|lavender|blossoming|花|花朵|鲜花|玫瑰|向日葵|郁金香|薰衣草|花园", {
    subject: "flower",
  }),
  entry("sunflower field|flower field|flower meadow|field of flowers|花海|花田|花丛", {
    subject: "flower",
    isMany: true,
    backdrop: "hills",
    ground: "meadow",
  }),
  entry("fox|狐狸", { subject: "fox" }),
  entry("horse|unicorn|pony|马|骏马|白马|独角兽", { subject: "horse" }),
  entry("jellyfish|水母", { subject: "jellyfish" }),
  entry("kite|风筝", { subject: "kite" }),
  entry("lighthouse|灯塔", { subject: "lighthouse" }),
  entry("panda|熊猫|大熊猫|bear|熊", { subject: "panda" }),
  entry("penguin|企鹅", { subject: "penguin" }),
  entry(
    "person|man|woman|girl|boy|child|kid|people|figure|traveler|traveller|lady|hiker|wanderer|couple|monk|warrior|人|男人|女人|女孩|男孩|少女|少年|孩子|小孩|旅人|老人|姑娘|行人|女子|男子|侠客|情侣",
    {
      subject: "person",
    },
  ),
  entry("plane|airplane|aeroplane|aircraft|jet|飞机|客机|纸飞机", { subject: "plane" }),
  entry("rabbit|bunny|hare|兔子|兔|小兔|白兔", { subject: "rabbit" }),
  entry("robot|android|mech|机器人|机甲|机械", { subject: "robot" }),
  entry("rocket|spaceship|spacecraft|火箭|飞船|宇宙飞船", { subject: "rocket" }),
  entry("train|railway|locomotive|火车|列车|高铁|地铁|铁路", { subject: "train" }),
  entry("tree|oak|willow|树|大树|柳树|孤树|老树", { subject: "tree" }),
  entry("umbrella|parasol|伞|雨伞|油纸伞", { subject: "umbrella" }),
  entry("whale|humpback|orca|鲸|鲸鱼|蓝鲸", { subject: "whale" }),
  entry("windmill|wind turbine|风车|风力发电", { subject: "windmill" }),
  // lights and drifting things
  entry("aurora|northern lights|极光|北极光", { extra: "aurora", time: "night" }),
  entry("cherry blossom|sakura|petal|peach blossom|plum blossom|樱花|桃花|花瓣|梅花|落花", {
    extra: "blossoms",
  }),
  entry("firefly|fireflies|萤火虫", { extra: "fireflies", time: "night" }),
  entry("autumn|fall leaves|maple|falling leaves|fallen leaf|秋天|秋日|枫叶|落叶|红叶|秋", {
    extra: "leaves",
  }),
  entry("lantern|sky lantern|lantern festival|灯笼|孔明灯|天灯|花灯|元宵", { extra: "lanterns" }),
  entry("firework|fireworks|烟花|烟火|焰火", { extra: "fireworks", time: "night" }),
  entry("rainbow|彩虹", { extra: "rainbow" }),
  entry("shooting star|meteor|meteor shower|comet|流星|流星雨|彗星", {
    extra: "shooting stars",
    time: "night",
  }),
  // colours of things
  entry("red|crimson|红|红色|大红", { color: "#df4a40" }),
  entry("orange|橙色|橘色", { color: "#ee8a34" }),
  entry("yellow|golden|黄|黄色|金色|金", { color: "#efbb45" }),
  entry("green|emerald|绿|绿色", { color: "#4f9d5b" }),
  entry("blue|azure|蓝|蓝色", { color: "#3f7fc9" }),
  entry("purple|violet|紫|紫色", { color: "#8a63c9" }),
  entry("pink|粉|粉色|粉红", { color: "#ee84a5" }),
  entry("white|白|白色", { color: "#f1ece2" }),
  entry("black|黑|黑色", { color: "#37343f" }),
  // many
  entry(
    "flock|herd|school of|group|crowd|fleet|swarm|many|several|hundreds|thousands|一群|群|许多|很多|无数|成群|两只|三只",
    {
      isMany: true,
    },
  ),
  // camera
  entry("zoom in|push in|dolly in|close up|close-up|closeup|move closer|推近|推进|推镜头|特写|拉近|镜头推", {
    camera: "push in",
  }),
  entry("zoom out|pull out|pull back|dolly out|pull away|拉远|拉镜头|后拉|镜头拉", { camera: "pull out" }),
  entry("pan left|track left|truck left|左摇|向左|左移", { camera: "pan left" }),
  entry(
    "pan|pan right|tracking shot|track right|truck right|side scroll|右摇|向右|右移|横移|平移|跟拍|摇镜头",
    { camera: "pan right" },
  ),
  entry("tilt up|crane up|rise up|rising camera|aerial|drone|上升|升镜头|航拍|仰拍|俯瞰", { camera: "rise" }),
  entry("tilt down|crane down|下降|降镜头|俯拍", { camera: "sink" }),
];
