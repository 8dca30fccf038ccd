/**
 * Linear equations by Gaussian elimination with pivots.
 * @param rows each with the right side as its last number; changed by the work
 * @returns null when there is no one solution
 */
export function solve(rows: Float64Array[]): number[] | null {
  const count = rows.length;
  for (let column = 0; column < count; column += 1) {
    const pivot = pivotOf(rows, column);
    const line = rows[pivot];
    const other = rows[column];
    if (line === undefined || other === undefined || Math.abs(line[column] ?? 0) < 1e-12) return null;
    rows[column] = line;
    rows[pivot] = other;
    for (let row = 0; row < count; row += 1) if (row !== column) eliminate(rows[row], line, column);
  }
  return rows.map((line, row) => (line[count] ?? 0) / (line[row] ?? 1));
}

function pivotOf(rows: readonly Float64Array[], column: number): number {
  let pivot = column;
  for (let row = column + 1; row < rows.length; row += 1) {
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
  }
  return pivot;
}

function eliminate(row: Float64Array | undefined, line: Float64Array, column: number): void {
  if (row === undefined) return;
  const factor = (row[column] ?? 0) / (line[column] ?? 1);
  for (let index = column; index < row.length; index += 1)
    row[index] = (row[index] ?? 0) - factor * (line[index] ?? 0);
}
