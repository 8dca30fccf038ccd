/** Units with four decimals at most, as typed, with a point or a comma; undefined when it is no such number. */
export function readUnits(text: string, most: number): number | undefined {
  const typed = text.trim().replace(",", ".");
  if (!/^\d+(\.\d{1,4})?$/.test(typed)) return undefined;
  const units = Number(typed);
  return units <= most ? units : undefined;
}
