import { type FileHandle, open } from "node:fs/promises";
import { type Box, childBoxes, MAX_INDEX_BYTES } from "./box-tree.ts";
import { MediaError } from "./media-error.ts";
import { type SampleRange, sampleRangesOf } from "./sample-ranges.ts";

/** What a player needs, by the box that it lies in (ISO/IEC 14496-12 and -14/-15; QuickTime's own aperture box). */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  "": ["ftyp", "styp", "moov", "mdat", "moof", "sidx", "mfra", "ssix", "prft"],
  moov: ["mvhd", "trak", "mvex", "iods"],
  trak: ["tkhd", "edts", "mdia", "tref", "tapt"],
  mdia: ["mdhd", "hdlr", "minf", "elng"],
  minf: ["vmhd", "smhd", "nmhd", "gmhd", "hdlr", "dinf", "stbl"],
  moof: ["mfhd", "traf"],
  traf: ["tfhd", "tfdt", "trun", "saiz", "saio", "sbgp", "sgpd", "subs"],
};

/** Tracks that are seen or heard; all others tell of places, faces and devices, or nothing that is used here. */
const KEPT_HANDLERS: readonly string[] = ["vide", "soun"];

/** What is to be overwritten in a file: boxes lose their name and content, and keep their size. */
type Emptied = { readonly boxes: readonly Box[]; readonly samples: readonly SampleRange[] };

/**
 * Takes everything out of an MP4 or MOV that is neither picture, sound nor their index: `udta` and `meta` with the place where it was
 * filmed, timed places of action cameras, device names, XMP, bytes that belong to nothing. In place: no byte that is left moves, so that
 * the same film is the same file, and one without such things stays as it was.
 * @throws MediaError damaged when the boxes do not fit into each other
 */
export async function stripMetadata(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    const { size } = await file.stat();
    const { boxes, samples } = await findSuperfluous(file, size);
    for (const { start, bytes } of samples) await zero(file, { start, bytes: Math.min(bytes, size - start) });
    for (const box of boxes) {
      await file.write(Buffer.from("free", "latin1"), 0, 4, box.start + 4);
      await zero(file, { start: box.contentStart, bytes: box.end - box.contentStart });
    }
  } finally {
    await file.close();
  }
}

async function findSuperfluous(file: FileHandle, size: number): Promise<Emptied> {
  const boxes: Box[] = [];
  const samples: SampleRange[] = [];
  for (const box of await childBoxes(file, { start: 0, end: size })) {
    if (!isNeeded(box, "")) boxes.push(box);
    else if (box.name === "moov" || box.name === "moof") await descend(file, box, { boxes, samples });
  }
  return { boxes, samples };
}

type Found = { readonly boxes: Box[]; readonly samples: SampleRange[] };

async function descend(file: FileHandle, parent: Box, found: Found): Promise<void> {
  if (parent.end - parent.contentStart > MAX_INDEX_BYTES) throw damaged();
  for (const box of await childBoxes(file, { start: parent.contentStart, end: parent.end })) {
    if (!isNeeded(box, parent.name)) found.boxes.push(box);
    else if (box.name === "trak" && !(await isKept(file, box))) {
      found.samples.push(...(await sampleRangesOf(file, box)));
      found.boxes.push(box);
    } else if (box.name in NEEDED) await descend(file, box, found);
  }
}

function isNeeded({ name }: Box, parentName: string): boolean {
  return NEEDED[parentName]?.includes(name) === true;
}

/** The handler names what a track is (8.4.3): four letters behind version, flags and a reserved word. */
async function isKept(file: FileHandle, trak: Box): Promise<boolean> {
  const mdia = (await childBoxes(file, { start: trak.contentStart, end: trak.end })).find(
    ({ name }) => name === "mdia",
  );
  if (mdia === undefined) throw damaged();
  const hdlr = (await childBoxes(file, { start: mdia.contentStart, end: mdia.end })).find(
    ({ name }) => name === "hdlr",
  );
  if (hdlr === undefined || hdlr.end - hdlr.contentStart < 12) throw damaged();
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, hdlr.contentStart + 8);
  return KEPT_HANDLERS.includes(buffer.toString("latin1"));
}

const ZEROS = Buffer.alloc(64 * 1024);

async function zero(file: FileHandle, { start, bytes }: SampleRange): Promise<void> {
  for (let done = 0; done < bytes; done += ZEROS.length) {
    await file.write(ZEROS, 0, Math.min(ZEROS.length, bytes - done), start + done);
  }
}

function damaged(): MediaError {
  return new MediaError("damaged", "The film's boxes do not fit into each other.");
}
