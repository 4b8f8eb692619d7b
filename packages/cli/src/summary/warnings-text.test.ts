import { expect, test } from 'vitest';
import { warningsText } from './warnings-text.ts';

const row = (converterWarning: string) => ({ areaUm2: '1', converterWarning });

test('each warning stands once, the most frequent first, with its number of designs', () => {
  const front = [row('few bits'), row(''), row('fewer bits'), row('fewer bits')];
  expect(warningsText(front)).toBe('warnings on the front\n  2 designs: fewer bits\n  1 design: few bits');
});

test('nothing is said where nothing is wrong, and no more than five sentences where much is', () => {
  expect(warningsText([row(''), { areaUm2: '2' }])).toBe('');
  const many = warningsText(Array.from({ length: 7 }, (_, at) => row(`w${at}`)));
  expect(many.split('\n')).toHaveLength(1 + 5 + 1);
  expect(many).toMatch(/… and 2 more; see front.csv$/);
});
