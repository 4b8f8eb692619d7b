import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
const folder = join(import.meta.dirname, 'catalogue');

/** `Area CODE` of every line of the document. */
const documented = readme.split(/^## /m).flatMap((section) => {
  const area = section.split('\n', 1)[0]?.toLowerCase();
  return [...section.matchAll(/^\| ([A-Z][A-Z0-9_]+) +\| (.+?) +\|$/gm)].map(([, code, line = '']) => ({
    place: `${area} ${code}`,
    line,
  }));
});

/** `area CODE` of every entry of the source files. */
const written = readdirSync(folder).flatMap((file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+): \{$/gm)].map(
    ([, code]) => `${file.replace('.ts', '')} ${code}`,
  ),
);

/** Fields that hold a whole sentence bring their full stop along. */
const endsWithField =
  /^\{\w+\}$|: \{(reason|problem)\}$|^\[\{plugin\}\] The stage failed with \{code\}: \{message\}$|\.\{hint\}$/;

describe('the catalogue of errors', () => {
  it('and its document list the same codes under the same areas, each once', () => {
    expect(documented.map(({ place }) => place).sort()).toEqual([...written].sort());
  });

  it('holds every code of every area once', () => {
    expect(written.map((place) => place.split(' ')[1]).sort()).toEqual(Object.keys(catalogue).sort());
  });

  it.each(Object.entries(catalogue))('%s says what, why and what now in whole sentences', (code, text) => {
    expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/);
    expect(Object.keys(text)).toEqual(['what', 'why', 'now']);
    for (const sentence of Object.values(text)) {
      if (!endsWithField.test(sentence)) expect(sentence).toMatch(/\.$/);
      expect(sentence).toMatch(/^["'[{A-Z0-9]/);
      expect(sentence.replaceAll(/\{[A-Za-z]\w*\}|`[^`]*`/g, '')).not.toMatch(/[{}]/);
    }
  });

  it('documents every code in one line of its own words', () => {
    for (const { place, line } of documented) expect(line, place).toMatch(/^\S[^|]{10,120}\.$/);
    expect(new Set(documented.map(({ line }) => line)).size).toBe(documented.length);
  });
});
