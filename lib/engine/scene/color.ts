/** Red, green, blue from 0 to 255 and opacity from 0 to 1. */
export type Color = readonly [number, number, number, number];

export function hex(text: string): Color {
  const value = Number.parseInt(text.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255, 1];
}

/** 0 gives the first colour, 1 the second. */
export function mix(first: Color, second: Color, amount: number): Color {
  const at = (index: 0 | 1 | 2 | 3) => first[index] + (second[index] - first[index]) * amount;
  return [at(0), at(1), at(2), at(3)];
}

export function withAlpha([red, green, blue]: Color, alpha: number): Color {
  return [red, green, blue, alpha];
}

/** Positive lightens towards white, negative darkens towards black; 1 is the whole way. */
export function shade(color: Color, amount: number): Color {
  const end: Color = amount > 0 ? [255, 255, 255, color[3]] : [0, 0, 0, color[3]];
  return mix(color, end, Math.abs(amount));
}

/** Pulls a colour towards its own grey. */
export function mute([red, green, blue, alpha]: Color, amount: number): Color {
  const grey = red * 0.3 + green * 0.59 + blue * 0.11;
  return mix([red, green, blue, alpha], [grey, grey, grey, alpha], amount);
}

export function css([red, green, blue, alpha]: Color): string {
  return `rgba(${Math.round(red)},${Math.round(green)},${Math.round(blue)},${Math.round(alpha * 1000) / 1000})`;
}
