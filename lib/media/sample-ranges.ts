import type { FileHandle } from "node:fs/promises";
import { type Box, childBoxes } from "./box-tree.ts";

/** A run of bytes in a file. */
export type SampleRange = { readonly start: number; readonly bytes: number };

/** Of one table; a film of ten minutes with a place for every picture has half as many. */
const MAX_ENTRIES = 100_000;

/**
 * Where the samples of a track lie, chunk by chunk (ISO/IEC 14496-12, 8.7): what is said of a track that is taken out must not stay
 * behind in `mdat`. A track whose tables make no sense has no samples that anybody could find.
 */
export async function sampleRangesOf(file: FileHandle, trak: Box): Promise<readonly SampleRange[]> {
  const stbl = await find(file, trak, ["mdia", "minf", "stbl"]);
  if (stbl === null) return [];
  const boxes = await childBoxes(file, { start: stbl.contentStart, end: stbl.end });
  const tableOf = async (name: string) => {
    const box = boxes.find((it) => it.name === name);
    return box === undefined ? null : readContent(file, box);
  };
  const [sizes, runs] = [sizesOf(await tableOf("stsz")), runsOf(await tableOf("stsc"))];
  const offsets = offsetsOf(await tableOf("stco"), 4) ?? offsetsOf(await tableOf("co64"), 8) ?? [];
  return chunkRanges({ sizes, runs, offsets });
}

type Tables = {
  /** Of each sample, or the one size of all. */
  readonly sizes: (index: number) => number;
  readonly runs: readonly { readonly firstChunk: number; readonly samples: number }[];
  readonly offsets: readonly number[];
};

function chunkRanges({ sizes, runs, offsets }: Tables): readonly SampleRange[] {
  const ranges: SampleRange[] = [];
  let sample = 0;
  let run = 0;
  for (const [index, start] of offsets.entries()) {
    while ((runs[run + 1]?.firstChunk ?? Number.POSITIVE_INFINITY) <= index + 1) run += 1;
    const count = Math.min(runs[run]?.samples ?? 0, MAX_ENTRIES - sample);
    let bytes = 0;
    for (const last = sample + count; sample < last; sample += 1) bytes += sizes(sample);
    if (bytes > 0) ranges.push({ start, bytes });
  }
  return ranges;
}

function sizesOf(table: Buffer | null): (index: number) => number {
  if (table === null || table.length < 12) return () => 0;
  const common = table.readUInt32BE(4);
  if (common !== 0) return () => common;
  return (index) => (16 + index * 4 <= table.length ? table.readUInt32BE(12 + index * 4) : 0);
}

function runsOf(table: Buffer | null): Tables["runs"] {
  return entriesOf(table, 12).map((at) => ({
    firstChunk: table?.readUInt32BE(at) ?? 0,
    samples: table?.readUInt32BE(at + 4) ?? 0,
  }));
}

function offsetsOf(table: Buffer | null, bytes: 4 | 8): readonly number[] | null {
  if (table === null) return null;
  return entriesOf(table, bytes).map((at) =>
    bytes === 4 ? table.readUInt32BE(at) : Number(table.readBigUInt64BE(at)),
  );
}

/** Where each entry begins: behind version, flags and their count. */
function entriesOf(table: Buffer | null, bytes: number): readonly number[] {
  if (table === null || table.length < 8) return [];
  const count = Math.min(table.readUInt32BE(4), Math.floor((table.length - 8) / bytes), MAX_ENTRIES);
  return Array.from({ length: count }, (_, index) => 8 + index * bytes);
}

async function find(file: FileHandle, from: Box, names: readonly string[]): Promise<Box | null> {
  let box = from;
  for (const wanted of names) {
    const next = (await childBoxes(file, { start: box.contentStart, end: box.end })).find(
      ({ name }) => name === wanted,
    );
    if (next === undefined) return null;
    box = next;
  }
  return box;
}

const MAX_TABLE_BYTES = MAX_ENTRIES * 12 + 16;

async function readContent(file: FileHandle, { contentStart, end }: Box): Promise<Buffer> {
  const bytes = Math.min(end - contentStart, MAX_TABLE_BYTES);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, contentStart);
  return buffer.subarray(0, bytesRead);
}
