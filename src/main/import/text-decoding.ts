/**
 * Bytes to text. Published files are UTF-8, older tools still write windows-1252: a line that is not valid UTF-8 is
 * read as windows-1252. Deciding line by line needs no second reading and spoils no other line.
 */
const NEW_LINE = 0x0a;

/** The 32 characters by which windows-1252 differs from ISO 8859-1. Source: WHATWG Encoding, index-windows-1252. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text of a block of whole lines. */
export function decodeLines(bytes: Buffer): string {
  const whole = decodeUtf8(bytes);
  if (whole !== null) return whole;
  let text = '';
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(NEW_LINE, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    text += decodeUtf8(line) ?? decodeWindows1252(line);
    start = end;
  }
  return text;
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return null;
  }
}

function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (char) => FROM_0X80.charAt(char.charCodeAt(0) - 0x80));
}

/** Splits a stream of bytes into blocks of whole lines; what follows the last line end waits for the next bytes. */
export class LineBlocks {
  #waiting: Buffer[] = [];

  push(bytes: Buffer): Buffer | null {
    const last = bytes.lastIndexOf(NEW_LINE);
    if (last === -1) {
      this.#waiting.push(bytes);
      return null;
    }
    const whole = bytes.subarray(0, last + 1);
    const block = this.#waiting.length === 0 ? whole : Buffer.concat([...this.#waiting, whole]);
    this.#waiting = last + 1 < bytes.length ? [bytes.subarray(last + 1)] : [];
    return block;
  }

  /** The last line, when the file does not end with a line end. */
  end(): Buffer | null {
    const block = Buffer.concat(this.#waiting);
    this.#waiting = [];
    return block.length === 0 ? null : block;
  }
}
