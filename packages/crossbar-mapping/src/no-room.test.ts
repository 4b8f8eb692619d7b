import { expect, test } from 'vitest';
import { noRoom } from './no-room.ts';

test('one weight must fit', () => {
  const size = { arrayRows: 1, arrayCols: 1, pairs: 'single', biasRow: false } as const;
  expect(noRoom(size)).toBeUndefined();
  expect(noRoom({ ...size, pairs: 'neighbouring-columns' })).toMatch(/arrayCols/);
  expect(noRoom({ ...size, biasRow: true })).toMatch(/arrayRows/);
  expect(noRoom({ ...size, arrayRows: 2, biasRow: true })).toBeUndefined();
});
