import type { Pen } from "#lib/motion/pen.ts";
import type { Random } from "../../scene/random.ts";
import type { Subject } from "../../scene/scene.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillOval } from "../shapes.ts";
import { CAST, type Role } from "./cast.ts";
import { floorOf } from "./floor.ts";

/** One copy of a subject: where it stands at the start, how big it is, and the time it keeps. */
type Copy = { x: number; y: number; scale: number; phase: number; speed: number };

const ACCENTS = ["#e8604c", "#f2a13e", "#3f9aa8", "#d9577f", "#f4c24f", "#7a6fd0"] as const;
const FUR = ["#e39a4a", "#8a8f9c", "#3a3540", "#efe6da"] as const;

/** The subjects of the scene, the main one last, so that it stands in front. */
export function subjectLayers(setting: Setting): Layer[] {
  return setting.scene.subjects.map((subject, index) => subjectLayer(setting, { subject, index })).reverse();
}

function subjectLayer(setting: Setting, { subject, index }: { subject: Subject; index: number }): Layer {
  const role = CAST[subject.kind];
  const random = setting.randomFor(`subject ${subject.kind}`);
  const copies = copiesOf(setting, { subject, role, index, random });
  const colors = subject.kind === "cat" ? FUR : ACCENTS;
  const first = random.integer(0, colors.length - 1);
  const accentOf = (copy: number) => setting.scene.accent ?? colors[(first + copy) % colors.length] ?? FUR[0];
  return {
    depth: depthOf(setting, role),
    live: (pen, { seconds }) => {
      for (const [index, copy] of copies.entries()) {
        drawCopy(pen, { setting, role, copy, seconds, accent: accentOf(index) });
      }
    },
  };
}

function depthOf({ scene }: Setting, role: Role): number {
  if (scene.ground === "window" || scene.ground === "ledge") return role.habitat === "sky" ? 0.3 : 0.82;
  return role.habitat === "sky" ? 0.36 : 0.6;
}

type Plan = { subject: Subject; role: Role; index: number; random: Random };

function copiesOf(setting: Setting, { subject, role, index, random }: Plan): Copy[] {
  const count = subject.isMany ? role.many : 1;
  const anchor = anchorOf(setting, index);
  return Array.from({ length: count }, (_, copy) => {
    const isLeader = copy === 0;
    const spread = setting.stage.width * (isLeader ? 0 : 0.44) * (random.next() * 2 - 1);
    const shrink = isLeader ? 1 : random.between(0.4, 0.82);
    const x = (isLeader ? anchor : setting.stage.width / 2) + spread;
    const heightShare = isLeader ? 0 : 1 - shrink;
    return {
      x,
      y: placeY(setting, { role, x, index, heightShare, random }),
      scale: (setting.stage.unit * role.size * shrink) / 100,
      phase: random.between(0, Math.PI * 2),
      speed: setting.stage.unit * role.speed * (0.7 + 0.3 * shrink),
    };
  }).sort((first, second) => first.scale - second.scale);
}

/** The main subject stands where a third begins, away from sun and moon; the others fill the room that is left. */
function anchorOf({ stage, orb }: Setting, index: number): number {
  const isUpright = stage.height > stage.width;
  const away = orb.x < stage.width / 2 ? 1 : -1;
  const offset = ([0.13, -0.23, 0.34][index] ?? 0) * (isUpright ? 0.7 : 1);
  return stage.width * (0.5 + away * offset);
}

type Place = { role: Role; x: number; index: number; heightShare: number; random: Random };

function placeY(setting: Setting, { role, x, index, heightShare, random }: Place): number {
  const { stage, horizonY, bottom, scene } = setting;
  const swims = scene.backdrop === "deep" && (role.habitat === "water" || role.habitat === "sky");
  if (swims) return horizonY * (0.6 + (heightShare === 0 ? 0 : random.between(-0.42, 0.28)));
  switch (role.habitat) {
    case "sky":
      return Math.max(
        stage.unit * (role.size * (1 - heightShare) + 5),
        horizonY * (0.6 + (heightShare === 0 ? index * 0.05 : random.between(-0.3, 0.12))),
      );
    case "low air":
      return floorOf(setting, x) - stage.unit * random.between(5, 24);
    case "water":
      return horizonY + (bottom - horizonY) * (0.46 - 0.4 * heightShare + index * 0.04);
    case "ground":
      return floorOf(setting, x) - stage.unit * heightShare * 3;
  }
}

type Drawing = { setting: Setting; role: Role; copy: Copy; seconds: number; accent: string };

function drawCopy(pen: Pen, { setting, role, copy, seconds, accent }: Drawing): void {
  const x = copy.x + copy.speed * (seconds - 2);
  const isLow = role.habitat === "ground";
  const floats = role.habitat === "water" || role.habitat === "sky" || role.habitat === "low air";
  const bob = floats
    ? Math.sin(seconds * 1.1 + copy.phase) * setting.stage.unit * (role.habitat === "low air" ? 2 : 0.7)
    : 0;
  const y =
    isLow && copy.speed > 0 ? floorOf(setting, x) + (copy.y - floorOf(setting, copy.x)) : copy.y + bob;
  pen.save();
  pen.translate(x, y);
  pen.scale(copy.scale, copy.scale);
  if (isLow && role.draw !== CAST.train.draw) drawContactShadow(pen, setting);
  role.draw({ pen, seconds, phase: copy.phase, setting, accent });
  pen.restore();
}

function drawContactShadow(pen: Pen, { scene }: Setting): void {
  pen.fillStyle = scene.time === "day" ? "rgba(10,30,40,0.2)" : "rgba(8,6,24,0.3)";
  fillOval(pen, [0, 0], [40, 4]);
}
