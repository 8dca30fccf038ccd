import type { CreateSurface } from "#lib/motion/pen.ts";
import { css, hex, mix, withAlpha } from "../../scene/color.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillGlow, fillOval, fillShape } from "../shapes.ts";

/** Banks of fog that slide past each other. */
export function fogLayers(setting: Setting, createSurface: CreateSurface): Layer[] {
  const { stage, horizonY, left, right, palette } = setting;
  return [0, 1].map((bank) => {
    const random = setting.randomFor(`fog ${bank}`);
    const [width, height] = [(right - left) * 1.4, stage.unit * 26];
    const scale = 0.25; // fog has no edges: a quarter of the size is enough
    const surface = createSurface(width * scale, height * scale);
    surface.pen.scale(scale, scale);
    for (let puff = 0; puff < 16; puff += 1) {
      const place = [random.between(width * 0.06, width * 0.94), height * random.between(0.42, 0.6)] as const;
      fillSoftOval(surface.pen, {
        place,
        radius: [width * random.between(0.1, 0.2), height * 0.4],
        color: withAlpha(mix(palette.haze, hex("#ffffff"), 0.25), 0.26),
      });
    }
    const y = horizonY - stage.unit * (bank === 0 ? 20 : 10);
    const speed = stage.unit * (bank === 0 ? 0.9 : 1.7);
    return {
      depth: bank === 0 ? 0.2 : 0.5,
      live: (pen, { seconds }) =>
        pen.drawImage(surface.picture, left - width * 0.2 + speed * seconds, y, width, height),
    } satisfies Layer;
  });
}

type SoftOval = {
  place: readonly [number, number];
  radius: readonly [number, number];
  color: ReturnType<typeof withAlpha>;
};

function fillSoftOval(pen: ReturnType<CreateSurface>["pen"], { place, radius, color }: SoftOval): void {
  pen.save();
  pen.translate(place[0], place[1]);
  pen.scale(1, radius[1] / radius[0]);
  fillGlow(pen, [0, 0], radius[0], color);
  pen.restore();
}

/** Lightning: the whole sky lights up for a moment, twice in quick succession. */
export function lightningLayer(setting: Setting): Layer {
  const { stage, horizonY } = setting;
  const random = setting.randomFor("lightning");
  const strikes = Array.from({ length: 6 }, (_, index) => ({
    at: 0.8 + index * 2.6 + random.between(0, 1.2),
    x: stage.width * random.between(0.15, 0.85),
  }));
  const bends = Array.from({ length: 9 }, () => random.between(-1, 1));
  return {
    depth: 0.08,
    live: (pen, { seconds }) => {
      for (const { at, x } of strikes) {
        const age = seconds - at;
        if (age < 0 || age > 0.5) continue;
        const flash = Math.max(0, 1 - age * 3.4) * (age > 0.08 && age < 0.14 ? 0.3 : 1);
        pen.fillStyle = `rgba(226,230,255,${(flash * 0.35).toFixed(3)})`;
        pen.fillRect(0, 0, stage.width, stage.height);
        if (flash < 0.2) continue;
        pen.strokeStyle = `rgba(255,255,255,${flash.toFixed(3)})`;
        pen.lineWidth = stage.unit * 0.4;
        pen.beginPath();
        pen.moveTo(x, 0);
        for (const [index, bend] of bends.entries()) {
          pen.lineTo(x + bend * stage.unit * 4, (horizonY * (index + 1)) / bends.length);
        }
        pen.stroke();
      }
    },
  };
}

/** Northern lights: curtains of green and violet that wander. */
export function auroraLayer(setting: Setting): Layer {
  const { stage, horizonY, left, right } = setting;
  const colors = [hex("#5dffb0"), hex("#58d6ff"), hex("#b07bff")] as const;
  return {
    depth: 0.06,
    live: (pen, { seconds }) => {
      pen.globalCompositeOperation = "lighter";
      colors.forEach((color, curtain) => {
        for (let x = left; x < right; x += stage.unit * 2.4) {
          const share = (x - left) / (right - left);
          const wave =
            Math.sin(share * 7 + seconds * 0.5 + curtain * 1.9) +
            0.5 * Math.sin(share * 17 - seconds * 0.7 + curtain);
          const foot = horizonY * (0.42 + 0.08 * wave + curtain * 0.07);
          const height = stage.unit * (26 + 9 * Math.sin(share * 23 + seconds * 1.3 + curtain * 2));
          const strength = 0.2 + 0.1 * Math.sin(share * 11 + seconds * 0.9 + curtain * 3);
          const light = pen.createLinearGradient(0, foot - height, 0, foot + stage.unit * 2);
          light.addColorStop(0, css(withAlpha(color, 0)));
          light.addColorStop(0.8, css(withAlpha(color, strength)));
          light.addColorStop(1, css(withAlpha(color, 0)));
          pen.fillStyle = light;
          pen.fillRect(x, foot - height, stage.unit * 2.4, height + stage.unit * 2);
        }
      });
      pen.globalCompositeOperation = "source-over";
    },
  };
}

const RAINBOW = ["#ff6b6b", "#ffb35c", "#ffe66b", "#7be07b", "#6bb8ff", "#9d7bff"].map(hex);

export function rainbowLayer(setting: Setting): Layer {
  const { stage, horizonY, bottom } = setting;
  const radius = Math.max(stage.width * 0.42, stage.unit * 50);
  return {
    depth: 0.07,
    still: {
      top: 0,
      bottom: Math.min(bottom, horizonY + stage.unit * 4),
      paint: (pen) => {
        pen.lineWidth = stage.unit * 1.7;
        RAINBOW.forEach((color, band) => {
          pen.strokeStyle = css(withAlpha(color, 0.34));
          pen.beginPath();
          pen.arc(
            stage.width / 2,
            horizonY + radius * 0.25,
            radius - band * stage.unit * 1.6,
            Math.PI,
            Math.PI * 2,
          );
          pen.stroke();
        });
      },
    },
  };
}

/** A flat veil of mist that lies in the valleys at dawn. */
export function dawnMist(setting: Setting): Layer {
  const { stage, horizonY, left, right, palette } = setting;
  const random = setting.randomFor("mist");
  const veils = Array.from({ length: 6 }, () => ({
    x: random.between(left, right),
    y: horizonY + stage.unit * random.between(-7, 1),
    reach: stage.unit * random.between(30, 60),
    speed: stage.unit * random.between(0.5, 1.2),
  }));
  return {
    depth: 0.3,
    live: (pen, { seconds }) => {
      for (const { x, y, reach, speed } of veils) {
        const gradient = pen.createLinearGradient(
          x + speed * seconds - reach,
          0,
          x + speed * seconds + reach,
          0,
        );
        gradient.addColorStop(0, css(withAlpha(palette.haze, 0)));
        gradient.addColorStop(0.5, css(withAlpha(mix(palette.haze, palette.orb, 0.3), 0.3)));
        gradient.addColorStop(1, css(withAlpha(palette.haze, 0)));
        pen.fillStyle = gradient;
        fillOval(pen, [x + speed * seconds, y], [reach, stage.unit * 1.5]);
      }
    },
  };
}

/** Meteors, one after the other. */
export function shootingStarLayer(setting: Setting): Layer {
  const { stage, horizonY } = setting;
  const random = setting.randomFor("meteors");
  const meteors = Array.from({ length: 16 }, (_, index) => ({
    at: 0.3 + index * 0.8 + random.between(0, 0.6),
    x: random.between(0.1, 1) * stage.width,
    y: random.between(0, 0.5) * horizonY,
    length: stage.unit * random.between(14, 26),
  }));
  return {
    depth: 0.03,
    live: (pen, { seconds }) => {
      for (const { at, x, y, length } of meteors) {
        const age = (seconds - at) / 0.9;
        if (age < 0 || age > 1) continue;
        const [headX, headY] = [x - age * length * 2.4, y + age * length * 1.2];
        const light = pen.createLinearGradient(headX, headY, headX + length, headY - length * 0.5);
        light.addColorStop(0, `rgba(255,255,255,${(0.9 * Math.sin(Math.PI * age)).toFixed(3)})`);
        light.addColorStop(1, "rgba(255,255,255,0)");
        pen.fillStyle = light;
        fillShape(pen, [
          [headX, headY - stage.unit * 0.2],
          [headX + length, headY - length * 0.5],
          [headX, headY + stage.unit * 0.2],
        ]);
      }
    },
  };
}
