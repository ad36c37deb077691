import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  readonly pages: number;
  /** Of the document, for whoever reads it aloud. */
  readonly language: string | null;
  readonly title: string | null;
  /** Whether it has a tree of tags, and says so. */
  readonly isTagged: boolean;
  /** Of its table of contents. */
  readonly bookmarks: number;
  /** Whether every font brings its glyphs: as a file, or drawn one by one. */
  readonly areFontsEmbedded: boolean;
  /** What a reader would copy of it, on one line; apostrophes as the typewriter's. */
  readonly text: string;
}

/** Reads what Chromium writes, and nothing else: page dictionaries in clear, one byte a glyph, a table to letters per font. */
export function readPdf(pdf: Buffer): ReadPdf {
  const whole = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of whole.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)) objects.set(id, body);
  const pages = [...objects.values()].filter((body) => /\/Type\s*\/Page\b(?!s)/.test(body));
  return {
    pages: pages.length,
    language: /\/Lang \(([^)]*)\)/.exec(whole)?.[1] ?? null,
    title: titleOf(whole),
    isTagged: whole.includes('/StructTreeRoot') && /\/MarkInfo <<[^>]*\/Marked true/.test(whole),
    bookmarks: [...objects.values()].filter((body) => body.includes('/Title') && body.includes('/Dest')).length,
    areFontsEmbedded: [...objects.values()]
      .filter((body) => /\/Type \/Font\b(?!D)/.test(body) && !body.includes('/DescendantFonts'))
      .every((body) => body.includes('/CharProcs') || descriptorOf(body, objects).includes('/FontFile')),
    text: pages
      .map((page) => textOf(page, objects))
      .join(' ')
      .replaceAll(/\s+/g, ' '),
  };
}

function descriptorOf(font: string, objects: ReadonlyMap<string, string>): string {
  return objects.get(/\/FontDescriptor (\d+) 0 R/.exec(font)?.[1] ?? '') ?? '';
}

/** Written in the information of the document, in sixteen bits a letter where it has more than ASCII. */
function titleOf(whole: string): string | null {
  const [, hex, ascii] = /<<\/Title (?:<FEFF([0-9A-F]+)>|\(([^)]*)\))/.exec(whole) ?? [];
  if (hex === undefined) return ascii ?? null;
  return (hex.match(/.{4}/g) ?? []).map((code) => String.fromCharCode(Number.parseInt(code, 16))).join('');
}

function textOf(page: string, objects: ReadonlyMap<string, string>): string {
  const fonts = new Map(
    [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(id, objects)]),
  );
  const content = streamOf(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '', objects);
  let letters: ReadonlyMap<string, string> = new Map();
  let text = '';
  for (const [, font, glyphs, end] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|(\bET\b)/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    else if (glyphs !== undefined)
      text +=
        glyphs
          .match(/../g)
          ?.map((glyph) => letters.get(glyph) ?? '')
          .join('') ?? '';
    else if (end !== undefined) text += ' ';
  }
  return text.replaceAll(/[\u02bc\u2019]/g, "'");
}

function lettersOf(fontId: string, objects: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const table = streamOf(/\/ToUnicode (\d+) 0 R/.exec(objects.get(fontId) ?? '')?.[1] ?? '', objects);
  const letters = new Map<string, string>();
  const set = (glyph: number, code: number): void => {
    letters.set(glyph.toString(16).toUpperCase().padStart(2, '0'), String.fromCodePoint(code));
  };
  for (const [, from = '', to, code = ''] of table.matchAll(/<([0-9A-F]{2})> (?:<([0-9A-F]{2})> )?<([0-9A-F]{4})>/g)) {
    const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)];
    for (let glyph = first; glyph <= last; glyph += 1) set(glyph, Number.parseInt(code, 16) + glyph - first);
  }
  return letters;
}

function streamOf(id: string, objects: ReadonlyMap<string, string>): string {
  const [, stream] = /stream\n([\s\S]*)\nendstream/.exec(objects.get(id) ?? '') ?? [];
  return stream === undefined ? '' : inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
}
