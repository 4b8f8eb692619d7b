import type { Reproduction, TableRow } from '@bitfront/reproductions';
import { expect, test } from 'vitest';
import { reproductionText } from './reproduction-text.ts';

const reproduction: Reproduction = {
  paper: 'somebody-2020-something',
  cite: 'A. Somebody, "Something", Venue 2020',
  pipelines: [],
  claims: [],
  curves: [],
  remarks: ['A remark.'],
};
const row: TableRow = {
  claim: 'Energy saved',
  kind: 'published',
  published: 2.1,
  unit: '×',
  where: 'abstract',
  ours: 1.98765,
  oursLow95: '',
  oursHigh95: '',
  tolerance: 'a factor of 1.2',
  verdict: 'reproduced',
  note: 'Nothing else is public.',
};

test('a table has a line per claim, long ones go on below, notes are told once', () => {
  const long = 'Accuracy that is lost where the stochastic network saves a factor of two of the energy';
  const loss = {
    ...row,
    claim: long,
    kind: 'computed',
    unit: 'points',
    published: 1.4,
    ours: 2.25,
    oursLow95: 1.5,
    oursHigh95: 3,
    tolerance: '± 0.5 points',
    verdict: 'direction only',
  } as const;
  expect(reproductionText(reproduction, [row, loss]).split('\n')).toEqual([
    'somebody-2020-something',
    'A. Somebody, "Something", Venue 2020',
    '',
    'claim                                                       kind       published   ours         95 %      tolerance        verdict',
    '──────────────────────────────────────────────────────────  ─────────  ──────────  ───────────  ────────  ───────────────  ──────────────',
    'Energy saved                                                published  ×2.1        ×1.99        –         a factor of 1.2  reproduced',
    'Accuracy that is lost where the stochastic network saves a  computed   1.4 points  2.25 points  1.5 to 3  ± 0.5 points     direction only',
    '  factor of two of the energy',
    '',
    'published claims: 1 reproduced, 0 direction only, 0 not reproduced; independent computations: 0 reproduced, 1 direction only, 0 not reproduced',
    '- A remark.',
    '- Nothing else is public.',
  ]);
});
