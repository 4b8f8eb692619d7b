import { describe, expect, it } from 'vitest';
import { choice } from './choice.ts';
import { integer } from './integer.ts';
import { listOf } from './list-of.ts';
import { quantity } from './quantity.ts';

describe('listOf', () => {
  const widths = listOf(integer(1, 4096, 'neurons'), 1, 3, 'widths of hidden layers');

  it.each([[[512]], [[1, 4096]], [[8, 8, 8]]])('accepts %j', (value) =>
    expect(widths.check(value)).toBeUndefined(),
  );

  it.each([
    [[], 'It has 0 entries; 1 to 3 are allowed.'],
    [[1, 2, 3, 4], 'It has 4 entries; 1 to 3 are allowed.'],
    [[512, 0], 'Entry 2: It must lie between 1 and 4096.'],
    [[2.5], 'Entry 1: It must be a whole number.'],
    [[[8]], 'Entry 1: It must be a whole number.'],
    [512, 'It must be a list.'],
    ['512', 'It must be a list.'],
  ])('refuses %j: %s', (value, reason) => expect(widths.check(value)).toBe(reason));

  it('takes its unit from its entries and describes them', () => {
    expect(listOf(quantity('nm', 7, 180, 'node'), 1, 2, 'nodes').unit).toBe('nm');
    expect(widths.expected).toBe('a list of 1 to 3 entries, each a whole number from 1 to 4096');
  });

  it('holds names too, and may be empty by default', () => {
    const marks = listOf(choice(['a', 'b'], 'mark'), 0, 2, 'marks', []);
    expect(marks.default).toEqual([]);
    expect(marks.check(['a', 'c'])).toBe('Entry 2: The valid names are a, b.');
  });
});
