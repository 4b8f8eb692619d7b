import { join } from 'node:path';
import { openJournal } from '@bitfront/store';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../fixtures/bitfront.ts';
import { failuresText } from './failures-text.ts';

const id = (digit: string): string => digit.repeat(16);

describe('failuresText', () => {
  const journalOf = (rows: readonly (readonly [string, string])[]): string => {
    const file = join(emptyFolder(), 'journal.jsonl');
    const journal = openJournal(file);
    for (const [digit, code] of rows)
      journal.append({
        t: 'row',
        id: id(digit),
        evidence: 'e',
        measures: [],
        ...(code === ''
          ? { status: 'ok' }
          : { status: 'failed', errorCode: code, failure: { message: `${code} of ${digit}.` } }),
      });
    journal.close();
    return file;
  };

  it('counts every code once per point, most frequent first, with the first message', async () => {
    const rows = [
      ['1', 'B'],
      ['2', 'A'],
      ['3', 'A'],
      ['3', 'A'],
      ['4', ''],
    ] as const;
    expect(await failuresText('out', journalOf(rows))).toBe(
      `3 points failed
  2 × A: A of 2.
    more: bitfront explain out ${id('2')}
  1 × B: B of 1.
    more: bitfront explain out ${id('1')}`,
    );
  });

  it('says nothing of points that succeeded when tried again', async () => {
    const rows = [
      ['1', 'A'],
      ['1', ''],
    ] as const;
    expect(await failuresText('out', journalOf(rows))).toBe('');
  });
});
