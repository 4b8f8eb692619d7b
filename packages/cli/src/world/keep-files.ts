import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BroughtFile } from '@bitfront/datasets';
import { writeFileAtomic } from '@bitfront/store';

/** Writes every file that a dataset plugin brings into `folder`; yields the paths. @throws STORE_NOT_WRITABLE */
export async function* keepFiles(files: AsyncIterable<BroughtFile>, folder: string): AsyncGenerator<string> {
  for await (const { name, bytes } of files) {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, name);
    writeFileAtomic(path, bytes);
    yield path;
  }
}
