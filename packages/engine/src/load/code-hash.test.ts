import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeHash } from './code-hash.ts';

let folder = '';
const write = (name: string, content: string) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const main = `import { a } from './a.js';
export { b } from './deep/b.ts';
import ${JSON.stringify('other')};
import { join } from 'node:path';
const wasm = new URL('./kernel.wasm', import.meta.url);
export default () => import('./late.js');
// import './comment.js'
`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-code-'));
  write('a.js', "import './main.js';\nexport const a = 1;\n");
  write(
    'deep/b.ts',
    "import type { T } from '../types.ts';\nexport const b: T<number> = { x: 2 as const };\n",
  );
  write('types.ts', 'export interface T<X> { readonly x: X }\n');
  write('late.js', 'export default 3;\n');
  write('kernel.wasm', '\u0000asm');
  write('comment.js', 'export {};\n');
  write('node_modules/other/package.json', '{"name":"other","version":"1.2.3","main":"index.js"}');
  write('node_modules/other/index.js', 'module.exports = 1;\n');
  write('main.js', main);
});

const hash = () => codeHash(join(folder, 'main.js'));

describe('codeHash', () => {
  it('is the same when nothing changes, and in another folder', async () => {
    const before = await hash();
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash()).toBe(before);
    const first = folder;
    folder = mkdtempSync(join(tmpdir(), 'bitfront-code-'));
    const { cpSync } = await import('node:fs');
    cpSync(first, folder, { recursive: true });
    expect(await hash()).toBe(before);
  });

  it('does not depend on the texts of errors', async () => {
    const errors = 'node_modules/@bitfront/errors';
    write(`${errors}/package.json`, '{"name":"@bitfront/errors","version":"1.0.0","main":"index.js"}');
    write(`${errors}/index.js`, 'export const text = "wrong";\n');
    write('a.js', "import '@bitfront/errors';\n");
    const before = await hash();
    write(`${errors}/index.js`, 'export const text = "wrong, and what to do";\n');
    expect(await hash()).toBe(before);
  });

  it.each([
    ['the file itself', 'main.js', `${main}\n`],
    ['an imported file, a comment even', 'a.js', "import './main.js';\nexport const a = 1; // one\n"],
    [
      'a file that is imported by an exported one',
      'types.ts',
      'export interface T<X> { readonly x: X; y?: 1 }\n',
    ],
    ['a file that is imported later', 'late.js', 'export default 4;\n'],
    ['a file that is named by its URL', 'kernel.wasm', '\u0000asm2'],
    [
      "another package's version",
      'node_modules/other/package.json',
      '{"name":"other","version":"1.2.4","main":"index.js"}',
    ],
  ])('changes with %s', async (_, name, content) => {
    const before = await hash();
    write(name, content);
    expect(await hash()).not.toBe(before);
  });

  it.each([
    ['a file that only a comment names', 'comment.js', 'export const x = 1;\n'],
    ['a file beside them', 'unused.js', 'export {};\n'],
    ["another package's code under the same version", 'node_modules/other/index.js', 'module.exports = 2;\n'],
  ])('does not change with %s', async (_, name, content) => {
    const before = await hash();
    write(name, content);
    expect(await hash()).toBe(before);
  });

  it('goes through a plugin in TypeScript with all that the language has', async () => {
    const file = write(
      'device.ts',
      `import { a } from './a.js';
interface P<const T extends Record<string, number>> { readonly p: T }
const f = <T,>(x: T): T => x as T;
export default { run: ({ p }: P<{ n: number }>) => f<number>(p.n! / 2 / a) satisfies number, re: /['"\\/]/g };
`,
    );
    const before = await codeHash(file);
    write('a.js', 'export const a = 2;\n');
    expect(await codeHash(file)).not.toBe(before);
  });
});
