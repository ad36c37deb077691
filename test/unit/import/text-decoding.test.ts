import { describe, expect, it } from 'vitest';
import { decodeLines, LineBlocks } from '../../../src/main/import/text-decoding.ts';

describe('text decoding', () => {
  it('reads UTF-8', () => {
    expect(decodeLines(Buffer.from('Crèche;Œuvre\n'))).toBe('Crèche;Œuvre\n');
  });

  it('reads a line that is not UTF-8 as windows-1252, and leaves the others alone', () => {
    const bytes = Buffer.concat([
      Buffer.from('Maçonnerie\n'),
      Buffer.from([0x43, 0x72, 0xe8, 0x63, 0x68, 0x65, 0x20, 0x92, 0x9c, 0x0a]),
      Buffer.from('Œuvre'),
    ]);
    expect(decodeLines(bytes)).toBe('Maçonnerie\nCrèche ’œ\nŒuvre');
  });

  it('never cuts a line, wherever the bytes are cut', () => {
    const bytes = Buffer.from('é;1\r\nà;2\nô;3');
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const blocks = new LineBlocks();
      const parts = [blocks.push(bytes.subarray(0, cut)), blocks.push(bytes.subarray(cut)), blocks.end()];
      expect(parts.flatMap((part) => (part === null ? [] : [decodeLines(part)])).join('')).toBe('é;1\r\nà;2\nô;3');
    }
  });
});
