import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SOURCE_NAMES, type RecognisedFile } from '../../shared/domain/dataset/dataset.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { compareText, fold } from '../../shared/kernel/text.ts';
import { headerOf, linesOf } from './read-csv.ts';
import type { Delimiter, Source } from './source.ts';
import { ALL_SOURCES } from './sources/all-sources.ts';
import { decodeLines } from './text-decoding.ts';

const MAX_DEPTH = 3;
/** Enough for the longest header; files are never read whole to be recognised. */
const HEAD_BYTES = 64 * 1024;

/** The layout a file has, and how its fields are separated. */
export interface Recognition {
  readonly source: Source;
  readonly delimiter: Delimiter;
}

/** A file of the folder, with its layout when it has one. */
export interface FoundFile extends RecognisedFile {
  readonly recognition: Recognition | null;
}

/** What a folder offers: each visible file down to three levels, in the order of paths. */
export async function recogniseFolder(
  folder: string,
  sources: readonly Source[] = ALL_SOURCES,
): Promise<readonly RecognisedFile[]> {
  const found = await findFiles(folder, sources);
  return found.map(({ file, bytes, source, ignored }) => ({ file, bytes, source, ignored }));
}

/** As `recogniseFolder`, with the layout of each file; at most one file of each source is not ignored. */
export async function findFiles(
  folder: string,
  sources: readonly Source[] = ALL_SOURCES,
): Promise<readonly FoundFile[]> {
  const listing = await listFiles(folder, '', 1).catch((cause: unknown) => {
    throw new AppError('FOLDER_UNREADABLE', 'The folder cannot be read', { reason: codeOf(cause) });
  });
  const found: FoundFile[] = [];
  for (const entry of listing) found.push(await recogniseFile(folder, entry, sources));
  return markDuplicates(found.sort((a, b) => compareText(a.file, b.file)));
}

interface Entry {
  readonly file: string;
  readonly isReadable: boolean;
}

/** Links are not followed: they could lead out of the folder, or back into it. */
async function listFiles(root: string, under: string, depth: number): Promise<Entry[]> {
  const entries = await readdir(join(root, under), { withFileTypes: true });
  const files: Entry[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const file = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isFile()) files.push({ file, isReadable: true });
    else if (entry.isDirectory() && depth < MAX_DEPTH) {
      const inside = await listFiles(root, file, depth + 1).catch((): Entry[] => [{ file, isReadable: false }]);
      files.push(...inside);
    }
  }
  return files;
}

async function recogniseFile(
  folder: string,
  { file, isReadable }: Entry,
  sources: readonly Source[],
): Promise<FoundFile> {
  const path = join(folder, file);
  if (!isReadable) return { file, bytes: 0, source: null, ignored: 'unreadable', recognition: null };
  try {
    const { size: bytes } = await stat(path);
    const recognition = recogniseHeader(await firstLine(path), sources);
    const source = recognition?.source.name ?? null;
    return { file, bytes, source, ignored: recognition === null ? 'not-recognised' : null, recognition };
  } catch {
    return { file, bytes: 0, source: null, ignored: 'unreadable', recognition: null };
  }
}

async function firstLine(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = decodeLines(buffer.subarray(0, bytesRead)).replace(/^\uFEFF/, '');
    return linesOf(head).find((line) => line.trim() !== '') ?? '';
  } finally {
    await handle.close();
  }
}

/** The layout whose required columns are all in a header line; the one that requires most when several are. */
export function recogniseHeader(line: string, sources: readonly Source[] = ALL_SOURCES): Recognition | null {
  let best: Recognition | null = null;
  for (const delimiter of [',', ';', '|', '\t'] as const) {
    if (!line.includes(delimiter)) continue;
    const columns = new Set(headerOf(line, delimiter).map(fold));
    for (const source of sources) {
      if (!source.delimiters.includes(delimiter) || !hasAll(source, columns)) continue;
      if (best === null || requiredCount(source) > requiredCount(best.source)) best = { source, delimiter };
    }
  }
  return best;
}

function hasAll(source: Source, columns: ReadonlySet<string>): boolean {
  return Object.values(source.required).every((spellings) => (spellings ?? []).some((name) => columns.has(fold(name))));
}

function requiredCount(source: Source): number {
  return Object.keys(source.required).length;
}

/** Two files may feed one source (the hires, whole and pruned): the larger is read, the first by path if equal. */
function markDuplicates(files: readonly FoundFile[]): readonly FoundFile[] {
  const chosen = new Set<FoundFile>();
  for (const name of SOURCE_NAMES) {
    const candidates = files.filter((file) => file.source === name);
    const [largest] = candidates.sort((a, b) => b.bytes - a.bytes || compareText(a.file, b.file));
    if (largest !== undefined) chosen.add(largest);
  }
  return files.map((file) =>
    file.source === null || chosen.has(file) ? file : { ...file, ignored: 'duplicate' as const },
  );
}

/** The system's own word for a failure (`ENOENT`, `EACCES`): it names no path and no person. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
}
