/** What a file's first bytes say that it is; MP4, MOV and M4A are one container, told apart by their tracks. */
export type SniffedType = "image/jpeg" | "image/png" | "iso" | "audio/mpeg" | "audio/wav" | "audio/aac";

/** Enough for every signature below. */
export const SNIFF_BYTES = 16;

/** Pictures in the container of films. */
const IMAGE_BRANDS = /^(hei[cxms]|hev[cx]|mif1|msf1|avi[fs])$/;

/** The boxes a film may begin with; old QuickTime files have no `ftyp` (QuickTime File Format, "Movie files"). */
const FIRST_BOXES: readonly string[] = ["moov", "mdat", "wide", "free", "skip", "pnot"];

/** Pure; null for whatever is not taken. */
export function sniffType(head: Buffer): SniffedType | null {
  const text = head.toString("latin1", 0, SNIFF_BYTES);
  if (text.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WAVE") return "audio/wav";
  if (text.startsWith("ID3")) return "audio/mpeg";
  const name = text.slice(4, 8);
  if (name === "ftyp") return IMAGE_BRANDS.test(text.slice(8, 12)) ? null : "iso";
  if (FIRST_BOXES.includes(name)) return "iso";
  return sniffFrame(head);
}

/** An MPEG audio frame without a tag before it: eleven ones; layer 0 is ADTS, layer 1 is MP3 (ISO/IEC 11172-3, 2.4.2.3). */
function sniffFrame(head: Buffer): SniffedType | null {
  const [first = 0, second = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const layer = (second >> 1) & 3;
  if (layer === 0 && (second & 0x10) !== 0) return "audio/aac";
  return layer === 1 ? "audio/mpeg" : null;
}
