/** Reads numbers from bytes, big-endian unless told otherwise. Reading past the end gives zeros and sets `isPastEnd`. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #position: number;
  isPastEnd = false;
  isLittleEndian = false;

  constructor(bytes: Uint8Array, position = 0) {
    this.#bytes = bytes;
    this.#position = position;
  }

  get position(): number {
    return this.#position;
  }

  uint8(): number {
    const byte = this.#bytes[this.#position];
    this.#position += 1;
    if (byte === undefined) this.isPastEnd = true;
    return byte ?? 0;
  }

  uint16(): number {
    const [first, second] = [this.uint8(), this.uint8()];
    return this.isLittleEndian ? second * 0x100 + first : first * 0x100 + second;
  }

  uint32(): number {
    const [first, second] = [this.uint16(), this.uint16()];
    return this.isLittleEndian ? second * 0x10000 + first : first * 0x10000 + second;
  }

  ascii(length: number): string {
    return String.fromCharCode(...Array.from({ length }, () => this.uint8()));
  }

  skip(length: number): void {
    this.#position += length;
    if (this.#position > this.#bytes.length) this.isPastEnd = true;
  }
}
