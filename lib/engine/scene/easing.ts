/** Zero to one and smooth at both ends. */
export function easeInOut(fraction: number): number {
  const t = Math.min(1, Math.max(0, fraction));
  return t * t * (3 - 2 * t);
}

/** Almost steady, only the ends are softened: what a slow camera on rails does. */
export function easeCamera(fraction: number): number {
  const t = Math.min(1, Math.max(0, fraction));
  return 0.6 * t + 0.4 * easeInOut(t);
}
