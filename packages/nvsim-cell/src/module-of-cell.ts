import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseCell } from './parse-cell.ts';

/**
 * The address of a module whose default export is the device of a .cell file: workers import it like any plugin, and
 * no file is written. The file's text is part of the address, so a changed file is another module.
 * The technology is named after the file: `Sample_STT.cell` becomes `sample-stt`.
 * @throws what `parseCell` throws, so that a wrong file is refused before any worker starts
 */
export function moduleOfCell(path: string): string {
  const text = readFileSync(path, 'utf8');
  const name = pluginName(basename(path));
  parseCell(text, basename(path));
  // Modules at data: addresses can import absolute addresses only.
  const home = pathToFileURL(createRequire(import.meta.url).resolve('@bitfront/nvsim-cell')).href;
  const source = `import { deviceFromCell } from ${JSON.stringify(home)};
export default deviceFromCell(${JSON.stringify(text)}, ${JSON.stringify(name)});`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

/** Plugin names are lower case with hyphens and start with a letter. */
function pluginName(file: string): string {
  const plain = file
    .replace(/\.cell$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return /^[a-z]/.test(plain) ? plain : `cell-${plain}`;
}
