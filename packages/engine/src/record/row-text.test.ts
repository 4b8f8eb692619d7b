import { describe, expect, it } from 'vitest';
import { idText, measuresText, numberAt } from './row-text.ts';

const row = (status: string, measures: readonly unknown[]) =>
  JSON.stringify({ t: 'row', id: 'ffffffffffffffff', status, measures, evidence: 'e' });

describe('measuresText', () => {
  const values = [0, -1.5, 1e-300, 12345678901234567890, 0.1 + 0.2, 5e21];

  it('is what CSV writes for the same numbers', () =>
    expect(measuresText(row('ok', values))).toBe(values.map(String).join(',')));

  it('leaves rows that failed, hold a text or lack a value to the parser', () => {
    expect(measuresText(row('failed', []))).toBeUndefined();
    expect(measuresText(row('ok', [1, 'SECDED']))).toBeUndefined();
    expect(measuresText(row('ok', [1, null]))).toBeUndefined();
  });

  it('finds the id', () => expect(idText(row('ok', values))).toBe('ffffffffffffffff'));

  it('gives back every value by its place', () => {
    const text = measuresText(row('ok', values)) ?? '';
    expect(values.map((_, place) => numberAt(text, place))).toEqual(values);
  });
});
