import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
const documented = [...readme.matchAll(/^\| ([A-Z][A-Z0-9_]+) \| (.+) \|$/gm)].map(
  ([, code = '', line = '']) => ({ code, line }),
);

describe('the catalogue of errors', () => {
  it('and its document list the same codes, each once', () => {
    expect(documented.map(({ code }) => code).sort()).toEqual(Object.keys(catalogue).sort());
  });

  it.each(Object.entries(catalogue))(
    '%s says what, why and what now in whole sentences',
    (code, { what, why, now }) => {
      expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/);
      for (const text of [what, why, now]) expect(text).toMatch(/(^\{\w+\}$)|([.!?}]$)/);
    },
  );

  it('documents every code in one line', () => {
    for (const { code, line } of documented) expect(line.length, code).toBeGreaterThan(10);
  });
});
