/** The gate runs with the small sizes of promises §1.5; `FAULTS_SIZE=full` with the whole ones. */
export const isFull = process.env.FAULTS_SIZE === "full";

export function sized(gate: number, full: number): number {
  return isFull ? full : gate;
}

/** Printed by every test that chooses at random; `FAULTS_SEED` plays a run again. */
export const seed = Number(process.env.FAULTS_SEED ?? 20_261_121);
