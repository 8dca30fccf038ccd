import { type Brush, blob, limb, oval, shape, sway, tone } from "./brush.ts";
import { type Build, drawAnimal } from "./quadruped.ts";

const DOG: Build = {
  color: "#c98a4b",
  belly: "#f1dfc4",
  back: 50,
  reach: 31,
  depth: 15,
  leg: 6,
  neck: { x: 41, y: -78, width: 19 },
  head: { radius: 14, snout: 23, tilt: 0.18 },
  pace: 6,
};

export function drawDog(brush: Brush): void {
  const wag = sway(brush, 9) * 6;
  drawAnimal(brush, DOG, () =>
    limb(brush, {
      color: tone(brush, DOG.color, -0.05),
      width: 6,
      points: [
        [-36, -60],
        [-48, -66],
        [-50 + wag, -84],
      ],
    }),
  );
  shape(brush, tone(brush, DOG.color, -0.25), [
    [36, -90],
    [30, -72],
    [41, -76],
  ]);
}

const FOX: Build = {
  ...DOG,
  color: "#d9682e",
  belly: "#f6e6d4",
  back: 44,
  depth: 13,
  leg: 4.6,
  neck: { x: 42, y: -72, width: 15 },
  head: { radius: 12.5, snout: 24, tilt: 0.28 },
  pace: 5,
};

export function drawFox(brush: Brush): void {
  const swing = sway(brush, 2) * 4;
  drawAnimal(brush, FOX, () => {
    limb(brush, {
      color: tone(brush, FOX.color, -0.05),
      width: 15,
      points: [
        [-36, -50],
        [-58, -52],
        [-78, -38 + swing],
      ],
    });
    limb(brush, {
      color: tone(brush, "#f8efe2"),
      width: 12,
      points: [
        [-74, -41 + swing],
        [-83, -34 + swing],
      ],
    });
  });
  shape(brush, tone(brush, FOX.color), [
    [32, -80],
    [33, -99],
    [43, -84],
  ]);
  shape(brush, tone(brush, "#3a2430"), [
    [35, -86],
    [35, -95],
    [40, -86],
  ]);
}

const DEER: Build = {
  color: "#a8713f",
  belly: "#e6cfae",
  back: 52,
  reach: 27,
  depth: 12.5,
  leg: 3.6,
  neck: { x: 36, y: -80, width: 12 },
  head: { radius: 8, snout: 16, tilt: 0.3 },
  pace: 2.2,
};

export function drawDeer(brush: Brush): void {
  drawAnimal(brush, DEER, () => oval(brush, tone(brush, "#f4e9d6"), [-30, -56, 4, 7], 0.3));
  const horn = tone(brush, "#d9c5a0");
  for (const lean of [0, 7]) {
    const color = lean === 0 ? tone(brush, "#d9c5a0", -0.2) : horn;
    limb(brush, {
      color,
      width: 2.4,
      points: [
        [34, -86],
        [22 + lean, -96],
        [26 + lean * 1.6, -114],
      ],
    });
    limb(brush, {
      color,
      width: 2,
      points: [
        [27 + lean * 0.7, -97],
        [34 + lean, -103],
        [36 + lean, -111],
      ],
    });
    limb(brush, {
      color,
      width: 2,
      points: [
        [25 + lean, -104],
        [17 + lean, -108],
        [17 + lean, -116],
      ],
    });
  }
  shape(brush, tone(brush, DEER.color, -0.1), [
    [31, -84],
    [22, -90],
    [30, -80],
  ]);
}

const HORSE: Build = {
  ...DEER,
  color: "#8c5a3c",
  belly: "#8c5a3c",
  back: 56,
  reach: 32,
  depth: 16,
  leg: 5,
  neck: { x: 46, y: -88, width: 17 },
  head: { radius: 10, snout: 24, tilt: 0.62 },
  pace: 7,
};

export function drawHorse(brush: Brush): void {
  const mane = tone(brush, "#3a2a2c");
  const flow = sway(brush, 3) * 5;
  drawAnimal(brush, HORSE, () =>
    limb(brush, {
      color: mane,
      width: 10,
      points: [
        [-38, -64],
        [-58, -62 + flow],
        [-56 + flow, -34],
      ],
    }),
  );
  for (const [x, y] of [
    [42, -98],
    [36, -90],
    [31, -82],
    [27, -73],
  ] as const) {
    limb(brush, {
      color: mane,
      width: 7,
      points: [
        [x, y],
        [x - 10, y + 2],
        [x - 14 + flow * 0.5, y + 10],
      ],
    });
  }
  shape(brush, tone(brush, HORSE.color), [
    [42, -96],
    [43, -107],
    [49, -97],
  ]);
}

const CAMEL: Build = {
  ...HORSE,
  color: "#b98a55",
  belly: "#b98a55",
  back: 54,
  reach: 31,
  depth: 15,
  leg: 4.6,
  neck: { x: 54, y: -86, width: 12 },
  head: { radius: 8.5, snout: 17, tilt: 0.2 },
  pace: 2.4,
};

export function drawCamel(brush: Brush): void {
  drawAnimal(brush, CAMEL, () =>
    limb(brush, {
      color: tone(brush, CAMEL.color, -0.2),
      width: 3,
      points: [
        [-36, -60],
        [-43, -50],
        [-41 + sway(brush, 2) * 2, -36],
      ],
    }),
  );
  const color = tone(brush, CAMEL.color);
  blob(brush, color, [
    [-26, -58],
    [-16, -92],
    [-6, -92],
    [2, -58],
  ]);
  blob(brush, color, [
    [0, -58],
    [10, -90],
    [20, -90],
    [28, -58],
  ]);
  shape(brush, tone(brush, brush.accent), [
    [-5, -72],
    [9, -72],
    [13, -48],
    [-9, -48],
  ]);
  shape(brush, tone(brush, brush.accent, 0.3), [
    [-6, -66],
    [10, -66],
    [11, -62],
    [-7, -62],
  ]);
}
