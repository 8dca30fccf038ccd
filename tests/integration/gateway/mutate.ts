import { stringifyLossless } from "#lib/kling/json.ts";

type Random = () => number;

/** What a stranger might put anywhere: empty, huge, deep, of another type, or not what it seems. */
const ODDITIES: readonly unknown[] = [
  null,
  true,
  false,
  "",
  " ",
  0,
  -1,
  1.5,
  1e308,
  -1e308,
  842130978230767622n,
  10n ** 900n,
  "7",
  "1e9",
  "NaN",
  "__proto__",
  "constructor",
  "a\0b",
  "a\ud800b",
  "🪁".repeat(50),
  "x".repeat(10_000),
  "<<<image_9>>> <<<voice_1>>>",
  "[fail:1303] [slow:9]",
  '\'; DROP TABLE "Task"; --',
  "http://127.0.0.1/a.png",
  "http://[::1]:5432/",
  "file:///etc/passwd",
  "data:image/png;base64,iVBORw0KGgo=",
  "data:,",
  "iVBORw0KGgo=",
  "AAAA",
  "asset_01JCQZZZZZZZZZZZZZZZZZZZZA",
  "kling-v3",
  "KLING-V2-6",
  "5",
  "4k",
  [],
  {},
  [[]],
  [null],
  ["x", 1, {}],
  { "": "" },
  { a: { b: { c: { d: { e: "deep" } } } } },
  { toString: 1, valueOf: null, length: -1 },
  JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}'),
];

/** Names that mean something to JavaScript, to the API or to a neighbour of the field. */
const NAMES = [
  "__proto__",
  "constructor",
  "toString",
  "kind",
  "model",
  "model_name",
  "external_task_id",
  "callback_url",
  "image",
  "image_list[0].image",
  "duration",
  "mode",
  "extra_body",
  "multi_prompt",
  "camera_control",
  "dynamic_masks",
  "element_list",
  "watermark_info",
  "a.b[0]",
  "",
  "名字",
];

/** The text of a body to which one to four things happened; now and then the text itself is hurt. */
export function mutate(body: object, random: Random): string {
  const box = { body: structuredClone(body) as unknown };
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time += 1) hurt(box, "body", random);
  // `undefined` at the top is no JSON.
  const text = box.body === undefined ? "" : withoutBox(stringifyLossless(box));
  return random() < 0.03 ? hurtText(text, random) : text;
}

function withoutBox(text: string): string {
  return text.slice('{"body":'.length, -1);
}

/** Goes down at random and changes what stands there. */
function hurt(holder: Record<string, unknown>, name: string, random: Random): void {
  const value = holder[name];
  const names = typeof value === "object" && value !== null ? Object.keys(value) : [];
  if (names.length > 0 && random() < 0.75) {
    hurt(value as Record<string, unknown>, pick(names, random), random); // an object or a list
    return;
  }
  const what = Math.floor(random() * 7);
  if (what === 0) delete holder[name];
  else if (what === 1) holder[name] = [value];
  else if (what === 2) holder[name] = { [pick(NAMES, random)]: value };
  else if (what === 3) holder[name] = nest(value, Math.floor(random() * 40));
  else if (what === 4 && Array.isArray(holder)) holder.push(...holder);
  else if (what === 5) define(holder, pick(NAMES, random), oddity(random));
  else define(holder, name, oddity(random));
}

/** As `JSON.parse` does it: `__proto__` becomes a name like any other. */
function define(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true });
}

function nest(value: unknown, depth: number): unknown {
  return depth === 0 ? value : nest(depth % 2 === 0 ? [value] : { inside: value }, depth - 1);
}

function hurtText(text: string, random: Random): string {
  const place = Math.floor(random() * text.length);
  const what = Math.floor(random() * 5);
  if (what === 0) return text.slice(0, place);
  if (what === 1) return `${text.slice(0, place)}\u0000${text.slice(place)}`;
  if (what === 2) return `${text}${text}`;
  if (what === 3) return `${"[".repeat(20_000)}${text}`;
  return `\ufeff${text}`;
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item; // the place is within the list
}

/** A copy: the next blow may fall inside of it. */
function oddity(random: Random): unknown {
  return structuredClone(pick(ODDITIES, random));
}
