import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../src/shared/kernel/text.ts';

/** The files under a folder that hold these bytes somewhere, by name. */
export function filesHolding(folder: string, needle: string | Buffer): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(needle))
    .sort();
}

/**
 * The files this process has open that hold these bytes, those without a name any more included: that is how SQLite
 * makes its temporary files. Linux only: elsewhere the list is empty.
 */
export function openFilesHolding(needle: string | Buffer): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd')
    .map((name) => join('/proc/self/fd', name))
    .filter((link) => (contentOf(link) ?? Buffer.alloc(0)).includes(needle))
    .map((link) => readlinkSync(link));
}

function contentOf(link: string): Buffer | null {
  try {
    const handle = openSync(link, 'r');
    try {
      return fstatSync(handle).isFile() ? readFileSync(handle) : null;
    } finally {
      closeSync(handle);
    }
  } catch {
    // Closed since the folder was listed, or a socket.
    return null;
  }
}

/** The bytes that a text may have on a disk: as it is, as SQLite, JavaScript, Windows or a search index would write it. */
export function formsOf(text: string): readonly Buffer[] {
  const spellings = new Set([
    text,
    text.normalize('NFD'),
    text.toUpperCase(),
    text.toLowerCase(),
    fold(text),
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    text.replace(/[^ -~]/gu, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
    Buffer.from(text).toString('hex'),
    Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1),
  ]);
  return [...spellings].flatMap((spelling) => [
    Buffer.from(spelling),
    Buffer.from(spelling, 'utf16le'),
    Buffer.from(spelling, 'utf16le').swap16(),
    Buffer.from(spelling, 'latin1'),
  ]);
}

/** What holds one of these texts under a folder, in any of its forms: `file: text`. */
export function tracesIn(folder: string, texts: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => tracesOf(file, texts))
    .sort();
}

/**
 * The same, in the files that processes have open to write, those without a name included; what has a name in memory only
 * is on no disk. Linux only.
 */
export function openTraces(pids: readonly (number | 'self')[], texts: readonly string[]): readonly string[] {
  if (process.platform !== 'linux') return [];
  return pids.flatMap(writtenBy).flatMap((link) => tracesOf(link, texts));
}

function writtenBy(pid: number | 'self'): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`)
      .filter((name) => isOnDiskToWrite(pid, name))
      .map((name) => `/proc/${pid}/fd/${name}`);
  } catch {
    // The process ended since it was listed.
    return [];
  }
}

function isOnDiskToWrite(pid: number | 'self', name: string): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/${pid}/fdinfo/${name}`, 'utf8'))?.[1] ?? '0';
    return (parseInt(flags, 8) & 3) !== 0 && !/^\/(?:memfd:|dev\/)/.test(readlinkSync(`/proc/${pid}/fd/${name}`));
  } catch {
    // Closed since the folder was listed.
    return false;
  }
}

/** A process and those it started, and so on. Linux only: elsewhere it is alone. */
export function processTree(root: number): readonly number[] {
  if (process.platform !== 'linux') return [root];
  const children = (pid: number): readonly number[] => {
    try {
      return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    } catch {
      return [];
    }
  };
  return [root, ...children(root).flatMap(processTree)];
}

function tracesOf(file: string, texts: readonly string[]): readonly string[] {
  const content = contentOf(file);
  if (content === null) return [];
  return texts.filter((text) => formsOf(text).some((form) => content.includes(form))).map((text) => `${file}: ${text}`);
}
