/** What a spreadsheet would take for the beginning of a formula (OWASP, CSV injection), in its full-width forms as well. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * One line of CSV (RFC 4180): every cell quoted, and one that a spreadsheet would run made a text by an apostrophe. Numbers and dates of
 * ours begin with a digit and stay as they are.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
