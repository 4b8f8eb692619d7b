import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseTable } from './parse-table.ts';

/**
 * The address of a module whose default export is the technology of a table: workers import it like any plugin, and no
 * file is written. The file's text is part of the address, so a changed file is another module.
 * The technology is named after the file: `My_Table.csv` becomes `my-table`.
 * @throws what `parseTable` throws, so that a wrong file is refused before any worker starts
 */
export function moduleOfTable(path: string): string {
  const text = readFileSync(path, 'utf8');
  const file = basename(path);
  parseTable(text, file);
  // Modules at data: addresses can import absolute addresses only.
  const home = pathToFileURL(createRequire(import.meta.url).resolve('@bitfront/table-device')).href;
  const made = [text, pluginName(file), file].map((part) => JSON.stringify(part)).join(', ');
  const source = `import { deviceFromTable } from ${JSON.stringify(home)};
export default deviceFromTable(${made});`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

/** Plugin names are lower case with hyphens and start with a letter. */
function pluginName(file: string): string {
  const plain = file
    .replace(/\.csv$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return /^[a-z]/.test(plain) ? plain : `table-${plain}`;
}
