/** One hash for a set of files and folders: their names and their content, not their dates, which a checkout changes. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The fingerprint of `inputs` (files or folders, relative to `root`). A missing one counts as such. */
export function fingerprint(root, inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesUnder(root, input)).sort()) {
    const content = fs.readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesUnder(root, input) {
  const full = path.join(root, input);
  if (!fs.existsSync(full)) return [];
  if (!fs.statSync(full).isDirectory()) return [input];
  return fs.readdirSync(full).flatMap((name) => filesUnder(root, path.posix.join(input, name)));
}
