import { describe, expect, test } from "vitest";
import { emptyDocument, type Operation } from "../document.ts";
import { BrushHistory } from "../history/brush-history.ts";
import { imagePoint } from "../point.ts";
import { areaOperation } from "./area-form.ts";
import { firstPath } from "./first-path.ts";
import { middleOf } from "./middle-of.ts";
import { type MoveForm, moveOperation } from "./move-form.ts";

const BOX = { shape: "rectangle", label: 1, locked: [], centerXPx: 60, centerYPx: 50 } as const;

function withBox() {
  const history = new BrushHistory(emptyDocument({ widthPx: 200, heightPx: 100 }));
  history.apply(areaOperation({ ...BOX, widthPx: 20, heightPx: 10 }));
  return history;
}

/** The path that forms make, one after the other; the refusal of the first that makes none. */
function moved(history: BrushHistory, ...legs: readonly Pick<MoveForm, "direction" | "distancePx">[]) {
  for (const leg of legs) {
    const result = moveOperation(history.labels, { region: 1, path: history.paths[1], ...leg });
    if ("refusal" in result) return result.refusal;
    history.apply(result.operation);
  }
  return history.paths[1]?.map(({ x, y }) => [x, y]);
}

describe("without drawing", () => {
  test("an area is where and as big as one says", () => {
    expect(withBox().labels.owners.filter((owner) => owner === 1)).toHaveLength(200);
    expect(middleOf(withBox().labels, 1)).toEqual(imagePoint(60, 50));
    const ellipse: Operation = areaOperation({ ...BOX, shape: "ellipse", widthPx: 20, heightPx: 10 });
    const { labels } = withBox();
    expect(ellipse).toMatchObject({
      area: { shape: "ellipse", from: { x: 50, y: 45 }, to: { x: 70, y: 55 } },
    });
    expect(middleOf(labels, 2)).toBeNull();
  });

  test("a region moves from its middle, leg by leg", () => {
    const legs = [
      { direction: "right", distancePx: 100 },
      { direction: "up", distancePx: 30 },
      { direction: "left", distancePx: 20 },
    ] as const;
    expect(moved(withBox(), ...legs)).toEqual([
      [60, 50],
      [160, 50],
      [160, 20],
      [140, 20],
    ]);
  });

  test("a way ends at the picture's edge, and beyond it there is no room", () => {
    const history = withBox();
    expect(moved(history, { direction: "down", distancePx: 900 })).toEqual([
      [60, 50],
      [60, 100],
    ]);
    expect(moved(history, { direction: "down", distancePx: 10 })).toBe("no-room");
  });

  test("nothing moves that was not painted", () => {
    const { labels } = withBox();
    expect(moveOperation(labels, { region: 2, direction: "left", distancePx: 10 })).toEqual({
      refusal: "region-empty",
    });
  });

  test("a first path goes to the right, or to the left where the picture ends", () => {
    expect(firstPath(withBox().labels, 1)).toEqual([imagePoint(60, 50), imagePoint(80, 50)]);
    const right = withBox();
    right.apply(areaOperation({ ...BOX, label: 2, centerXPx: 190, widthPx: 10, heightPx: 10 }));
    expect(firstPath(right.labels, 2)).toEqual([imagePoint(190, 50), imagePoint(170, 50)]);
  });
});
