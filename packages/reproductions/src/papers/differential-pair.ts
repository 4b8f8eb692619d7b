import type { Claim, Curve, Measured, Series } from '../reproduction.ts';
import { matching, only, type ResultRow, type Results, type Where } from '../results.ts';

/** The study that papers 2 and 3 share: pairs and single cells of the same distributions, with and without codes. */
export const cells = 'differential-cells';

const single = { device: 'device-rram-1t1r-lognormal' };
const pair = { device: 'device-rram-2t2r-lognormal', 'device.comparatorLogOffset': 0 };
const uncoded = { ecc: 'ecc-none' };

/** Rows of one ratio of log-spreads, high to low state. */
function spread(results: Results, ratio: number, where: Where): readonly ResultRow[] {
  return matching(results.rows(cells), where).filter((row) => {
    const own = row.number('device.highLogSpread') / row.number('device.lowLogSpread');
    return Math.abs(own - ratio) < 1e-9;
  });
}

/** The row whose single cell would have this error rate: both devices have the spreads of that row. */
function atSingleErrors(results: Results, errors: number, ratio: number, where: Where): ResultRow {
  const base = spread(results, ratio, { ...single, ...uncoded }).find(
    (row) => Math.abs(row.number('flipPlusToMinus') / errors - 1) < 1e-6,
  );
  const lowLogSpread = base?.number('device.lowLogSpread') ?? Number.NaN;
  return only(spread(results, ratio, where), { 'device.lowLogSpread': lowLogSpread });
}

const residual = (row: ResultRow): Measured => ({ value: row.number('residualFlipPlusToMinus') });

export const pairErrors = (results: Results, errors: number, ratio: number): Measured =>
  residual(atSingleErrors(results, errors, ratio, { ...pair, ...uncoded }));

export const codedErrors = (results: Results, errors: number, code: Where): Measured =>
  residual(atSingleErrors(results, errors, 1, { ...single, ...code }));

/** Closed forms and exact enumerations, to two digits: 1T1R errors, code or ratio of spreads, errors left. */
const golden: readonly (readonly [string, number, number, (results: Results) => Measured])[] = [
  ['2T2R, equal spreads', 1e-2, 5.0e-4, (results) => pairErrors(results, 1e-2, 1)],
  ['2T2R, equal spreads', 1e-4, 7.2e-8, (results) => pairErrors(results, 1e-4, 1)],
  ['2T2R, σ_H = 2 σ_L', 1e-2, 9.0e-4, (results) => pairErrors(results, 1e-2, 2)],
  ['2T2R, σ_H = 2 σ_L', 1e-4, 3.0e-7, (results) => pairErrors(results, 1e-4, 2)],
  ['2T2R, σ_H = 3 σ_L', 1e-2, 1.6e-3, (results) => pairErrors(results, 1e-2, 3)],
  ['2T2R, σ_H = 3 σ_L', 1e-4, 1.3e-6, (results) => pairErrors(results, 1e-4, 3)],
  ['SECDED(8,4)', 1e-2, 6.9e-4, (results) => codedErrors(results, 1e-2, secded(4))],
  ['SECDED(8,4)', 1e-4, 7.0e-8, (results) => codedErrors(results, 1e-4, secded(4))],
  ['SEC(7,4)', 1e-2, 8.7e-4, (results) => codedErrors(results, 1e-2, sec4)],
  ['SEC(7,4)', 1e-4, 9.0e-8, (results) => codedErrors(results, 1e-4, sec4)],
  ['SECDED(72,64)', 1e-2, 5.36e-3, (results) => codedErrors(results, 1e-2, secded(64))],
  ['SECDED(72,64)', 1e-4, 7.1e-7, (results) => codedErrors(results, 1e-4, secded(64))],
];

export const secded = (dataBits: number): Where => ({ ecc: 'ecc-secded', 'ecc.dataBits': dataBits });
export const sec4: Where = { ecc: 'ecc-sec', 'ecc.dataBits': 4 };

export const goldenClaims = golden.map(
  ([what, errors, published, ours]): Claim => ({
    claim: `Errors left by ${what}, where a single cell has ${errors}`,
    kind: 'computed',
    published,
    unit: '1',
    where: 'closed form of log-normal resistances, or exact enumeration of the code',
    tolerance: { relative: 0.02 },
    ours,
  }),
);

const decades = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6];

const line = (name: string, ours: (errors: number) => Measured): Series => ({
  name,
  points: decades.map((errors) => ({ x: errors, y: ours(errors).value })),
});

export const cellCurve: Curve = {
  name: 'errors',
  title: 'Bit errors of a differential pair and of codes, against those of a single cell',
  x: { title: 'Bit error rate of 1T1R', unit: '1', scale: 'logarithmic' },
  y: { title: 'Bit error rate left', unit: '1', scale: 'logarithmic' },
  series: (results) => [
    line('1T1R', (errors) => ({ value: errors })),
    ...[1, 2, 3].map((ratio) =>
      line(ratio === 1 ? '2T2R, equal spreads' : `2T2R, σ_H = ${ratio} σ_L`, (errors) =>
        pairErrors(results, errors, ratio),
      ),
    ),
    line('1T1R and SECDED(8,4)', (errors) => codedErrors(results, errors, secded(4))),
    line('1T1R and SECDED(72,64)', (errors) => codedErrors(results, errors, secded(64))),
  ],
};
