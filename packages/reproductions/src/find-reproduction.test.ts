import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findReproduction, reproductions } from './find-reproduction.ts';
import { isLimit } from './tolerance.ts';

const pipelines = join(import.meta.dirname, '..', '..', '..', 'pipelines');

describe('reproductions', () => {
  it('are found by their paper, and all of them together', () => {
    for (const one of reproductions) expect(findReproduction(one.paper)).toEqual([one]);
    expect(findReproduction('all')).toBe(reproductions);
  });

  it('tell the nearest name', () => {
    expect(() => findReproduction('hirtzlin-2019-sc-bn')).toThrow(/Did you mean "hirtzlin-2019-sc-bnn"/);
  });

  it.each(reproductions)('have studies, claims of their own and a place for each number: $paper', (one) => {
    for (const name of one.pipelines) expect(existsSync(join(pipelines, `${name}.ts`)), name).toBe(true);
    expect(new Set(one.claims.map(({ claim }) => claim)).size).toBe(one.claims.length);
    for (const claim of one.claims) {
      expect(claim.where).not.toBe('');
      const { published, tolerance } = claim;
      if (typeof published === 'number') expect(Number.isFinite(published), claim.claim).toBe(true);
      else expect(isLimit(tolerance), claim.claim).toBe(true);
    }
    expect(one.claims.some(({ kind }) => kind === 'published')).toBe(true);
  });
});
