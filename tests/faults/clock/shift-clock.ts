/** Preloaded by `--import`: this process believes that it is CLOCK_OFFSET_SECONDS later than it is. */
const offsetMs = Number(process.env.CLOCK_OFFSET_SECONDS ?? "0") * 1000;
const RealDate = Date;

class ShiftedDate extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    super(given.length === 0 ? RealDate.now() + offsetMs : given[0]);
  }

  static override now(): number {
    return RealDate.now() + offsetMs;
  }
}

// The class has every form of Date that a program here uses; its constructor's type knows only those.
globalThis.Date = ShiftedDate as unknown as DateConstructor;
