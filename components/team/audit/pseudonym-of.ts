const CHARACTERS = 4;

/** Enough of an id to tell those apart who are gone, and nothing that leads back to them: its random end. */
export function pseudonymOf(id: string): string {
  return id.slice(-CHARACTERS);
}
