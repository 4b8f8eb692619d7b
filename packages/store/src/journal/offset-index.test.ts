import { expect, test } from 'vitest';
import { OffsetIndex } from './offset-index.ts';
import { textHash } from '@bitfront/core';

test('agrees with a Map over many insertions and replacements', () => {
  const index = new OffsetIndex();
  const oracle = new Map<string, number>();
  for (let i = 0; i < 60_000; i++) {
    const id = textHash(String(i % 45_000)).slice(0, 16);
    const offset = i * 1e11;
    index.set(id, offset);
    oracle.set(id, offset);
  }
  expect(index.size).toBe(oracle.size);
  expect([...oracle].filter(([id, offset]) => index.get(id) !== offset)).toEqual([]);
  expect(index.get('0123456789abcdef')).toBeUndefined();
});

test('holds the extreme ids and offset 0', () => {
  const index = new OffsetIndex();
  const ids = [
    '0000000000000000',
    'ffffffffffffffff',
    '0000000100000000',
    '0000000000000001',
    'ff00000000000000',
  ];
  for (const [offset, id] of ids.entries()) index.set(id, offset);
  expect(ids.map((id) => index.get(id))).toEqual([0, 1, 2, 3, 4]);
});

test('stays correct when all ids collide', () => {
  const index = new OffsetIndex();
  const id = (i: number): string => `aa${i.toString(16).padStart(6, '0')}00000000`;
  for (let i = 0; i < 3000; i++) index.set(id(i), i);
  for (let i = 0; i < 3000; i++) expect(index.get(id(i))).toBe(i);
});

test.each(['', 'abc', '0123456789abcdeg', '0123456789abcdef0', 'zz23456789abcdef'])('refuses "%s"', (id) => {
  const refused = expect.objectContaining({ code: 'STORE_KEY_INVALID' });
  expect(() => new OffsetIndex().set(id, 1)).toThrow(refused);
  expect(() => new OffsetIndex().get(id)).toThrow(refused);
});
