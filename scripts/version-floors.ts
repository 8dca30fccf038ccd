/** A release below which a package has a known hole that matters here. */
export type VersionFloor = { package: string; floor: string; reason: string };

/** The part of package-lock.json that is of interest: where a copy of a package lies, and its version. */
export type Lock = { packages: Record<string, { version?: string }> };

/** Every copy in the lock file that is too old, and every floor whose package is not there at all. */
export function belowFloor(lock: Lock, floors: readonly VersionFloor[]): string[] {
  return floors.flatMap((floor) => {
    const copies = Object.entries(lock.packages).filter(([folder]) =>
      folder.endsWith(`node_modules/${floor.package}`),
    );
    if (copies.length === 0) return [`${floor.package} is not in the lock file: remove its floor`];
    return copies
      .filter(([, { version = "0.0.0" }]) => isOlder(version, floor.floor))
      .map(
        ([folder, { version }]) => `${folder} is ${version}, at least ${floor.floor} needed: ${floor.reason}`,
      );
  });
}

/** A pre-release counts as older than its release. */
export function isOlder(version: string, floor: string): boolean {
  const [release = "", preRelease] = version.split("-", 2);
  const difference = compareNumbers(release.split("."), floor.split("."));
  return difference === 0 ? preRelease !== undefined : difference < 0;
}

function compareNumbers(left: readonly string[], right: readonly string[]): number {
  for (const index of [0, 1, 2]) {
    const difference = Number(left[index] ?? 0) - Number(right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
