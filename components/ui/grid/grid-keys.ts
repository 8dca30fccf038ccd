type Place = { readonly index: number; readonly columns: number; readonly count: number };

/** Where an arrow key leads in a grid that is filled row by row; null for every other key. */
export function indexAfterKey(key: string, { index, columns, count }: Place): number | null {
  switch (key) {
    case "ArrowRight":
      return clamp(index + 1, count);
    case "ArrowLeft":
      return clamp(index - 1, count);
    case "ArrowDown":
      return index + columns < count ? index + columns : index;
    case "ArrowUp":
      return index - columns >= 0 ? index - columns : index;
    case "Home":
      return 0;
    case "End":
      return clamp(count - 1, count);
    default:
      return null;
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
