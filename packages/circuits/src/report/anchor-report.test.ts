import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { anchorReport, blocksWithoutAnchor } from './anchor-report.ts';
import { anchorTable } from './anchor-table.ts';
import { blockSources } from './block-sources.ts';

/** The README without the padding of its tables. */
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  .replaceAll(/ +/g, ' ')
  .replaceAll(/-{3,}/g, '---');

it('lies within a factor 2 of every published figure, or says why not', () => {
  for (const row of anchorReport()) {
    expect({ what: row.what, agrees: row.disagreement === undefined }).toEqual({
      what: row.what,
      agrees: row.agrees,
    });
  }
});

it('disagrees with exactly these', () => {
  const outside = anchorReport().filter((row) => !row.agrees);
  expect(outside.map((row) => row.what)).toEqual([
    '32-bit adder',
    '16-bit shift-add',
    '8-bit converter, 128 rows',
    '5-bit flash converter, 128 rows',
    '8-bit column converter',
    '1-bit row converter, line of 128 cells of 2 F',
  ]);
});

it('is the table of the README, with its disagreements and the blocks without an anchor', () => {
  expect(readme).toContain(anchorTable());
  for (const { disagreement } of anchorReport()) {
    if (disagreement !== undefined) expect(readme).toContain(disagreement);
  }
  expect(readme).toContain(
    blocksWithoutAnchor()
      .map((name) => `\`${name}\``)
      .join(', '),
  );
});

it('names every block and the kind of its evidence in the README', () => {
  for (const [name, source] of Object.entries(blockSources)) {
    expect(readme).toContain(`| \`${name}\` | ${source.how} |`);
  }
});
