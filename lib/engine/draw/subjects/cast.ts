import type { SubjectKind } from "../../scene/scene.ts";
import { drawBicycle } from "./bicycle.ts";
import { drawBoat, drawPaperBoat, drawShip } from "./boats.ts";
import type { Artist } from "./brush.ts";
import { drawCabin, drawLighthouse, drawWindmill } from "./buildings.ts";
import { drawBalloon, drawPlane, drawRocket } from "./flying-machines.ts";
import { drawLantern } from "./lantern.ts";
import { drawPerson, drawUmbrella } from "./people.ts";
import { drawFlower, drawTree } from "./plants.ts";
import { drawCar, drawTrain } from "./road-and-rail.ts";
import { drawCat, drawPanda, drawPenguin, drawRabbit } from "./sitting.ts";
import { drawAstronaut, drawRobot } from "./suits-and-shells.ts";
import { drawFish, drawJellyfish, drawWhale } from "./swimming.ts";
import { drawCamel, drawDeer, drawDog, drawFox, drawHorse } from "./walking.ts";
import { drawBird, drawButterfly, drawDragon, drawKite } from "./winged.ts";

/** Where a subject belongs: on the ground, on the water, in the sky, or a little above the ground. */
type Habitat = "ground" | "water" | "sky" | "low air";

export type Role = {
  draw: Artist;
  habitat: Habitat;
  /** Height on the stage, in units. */
  size: number;
  /** Way per second, in units; to the right. */
  speed: number;
  /** How many there are when the prompt says many. */
  many: number;
};

export const CAST: Readonly<Record<SubjectKind, Role>> = {
  astronaut: { draw: drawAstronaut, habitat: "ground", size: 27, speed: 0.5, many: 3 },
  balloon: { draw: drawBalloon, habitat: "sky", size: 32, speed: 0.7, many: 7 },
  bicycle: { draw: drawBicycle, habitat: "ground", size: 21, speed: 2.2, many: 3 },
  bird: { draw: drawBird, habitat: "sky", size: 6, speed: 3.6, many: 13 },
  boat: { draw: drawBoat, habitat: "water", size: 27, speed: 0.8, many: 5 },
  butterfly: { draw: drawButterfly, habitat: "low air", size: 6, speed: 1.6, many: 9 },
  cabin: { draw: drawCabin, habitat: "ground", size: 22, speed: 0, many: 3 },
  camel: { draw: drawCamel, habitat: "ground", size: 19, speed: 1.3, many: 5 },
  car: { draw: drawCar, habitat: "ground", size: 14, speed: 3, many: 3 },
  cat: { draw: drawCat, habitat: "ground", size: 22, speed: 0, many: 3 },
  deer: { draw: drawDeer, habitat: "ground", size: 19, speed: 0.4, many: 4 },
  dog: { draw: drawDog, habitat: "ground", size: 15, speed: 1.8, many: 3 },
  dragon: { draw: drawDragon, habitat: "sky", size: 30, speed: 2, many: 2 },
  fish: { draw: drawFish, habitat: "water", size: 15, speed: 2.4, many: 11 },
  flower: { draw: drawFlower, habitat: "ground", size: 24, speed: 0, many: 5 },
  fox: { draw: drawFox, habitat: "ground", size: 14, speed: 1.2, many: 3 },
  horse: { draw: drawHorse, habitat: "ground", size: 24, speed: 2.2, many: 5 },
  jellyfish: { draw: drawJellyfish, habitat: "water", size: 20, speed: 0.3, many: 7 },
  kite: { draw: drawKite, habitat: "sky", size: 15, speed: 0.2, many: 5 },
  lantern: { draw: drawLantern, habitat: "sky", size: 9, speed: 0.3, many: 12 },
  lighthouse: { draw: drawLighthouse, habitat: "water", size: 42, speed: 0, many: 1 },
  panda: { draw: drawPanda, habitat: "ground", size: 19, speed: 0, many: 3 },
  "paper boat": { draw: drawPaperBoat, habitat: "water", size: 17, speed: 0.9, many: 6 },
  penguin: { draw: drawPenguin, habitat: "ground", size: 16, speed: 0.3, many: 7 },
  person: { draw: drawPerson, habitat: "ground", size: 27, speed: 0, many: 4 },
  plane: { draw: drawPlane, habitat: "sky", size: 9, speed: 4, many: 3 },
  rabbit: { draw: drawRabbit, habitat: "ground", size: 13, speed: 0, many: 4 },
  robot: { draw: drawRobot, habitat: "ground", size: 25, speed: 0, many: 3 },
  rocket: { draw: drawRocket, habitat: "sky", size: 26, speed: 1.6, many: 2 },
  ship: { draw: drawShip, habitat: "water", size: 20, speed: 1.2, many: 2 },
  train: { draw: drawTrain, habitat: "ground", size: 13, speed: 0, many: 1 },
  tree: { draw: drawTree, habitat: "ground", size: 42, speed: 0, many: 3 },
  umbrella: { draw: drawUmbrella, habitat: "ground", size: 24, speed: 0, many: 4 },
  whale: { draw: drawWhale, habitat: "water", size: 24, speed: 0.7, many: 2 },
  windmill: { draw: drawWindmill, habitat: "ground", size: 36, speed: 0, many: 3 },
};
