import { list, pipeline, use } from '@bitfront/core';
import single from '@bitfront/device-rram-1t1r-lognormal';
import differential from '@bitfront/device-rram-2t2r-lognormal';
import none from '@bitfront/ecc-none';
import sec from '@bitfront/ecc-sec';
import secded from '@bitfront/ecc-secded';

/** Q⁻¹ of bit error rates of a 1T1R cell from a tenth to a millionth. */
const tails = [
  1.2815515655446004, 2.3263478740408408, 3.090232306167813, 3.719016485455709, 4.264890793922825,
  4.753424308822899,
];
/** ln R_H / R_L of medians ten times apart. */
const gap = Math.LN10;
/** Log-spreads for which 1T1R has these error rates, Q(gap / (σ_L + σ_H)), where σ_H is 1, 2 and 3 times σ_L. */
const spreads = [1, 2, 3].flatMap((ratio) =>
  tails.map((tail) => {
    const lowLogSpread = gap / ((1 + ratio) * tail);
    return { lowLogSpread, highLogSpread: ratio * lowLogSpread };
  }),
);

/** Medians, voltages, times and energies are assumed: those of the papers are not public. */
const cell = {
  nodeNm: 130,
  supplyV: 1.2,
  lowResistanceKohm: 10,
  highResistanceKohm: 100,
  readVoltageV: 0.2,
  readTimeNs: 1,
  setEnergyPj: 15,
  resetEnergyPj: 15,
  writeVoltageV: 2,
  writeTimeNs: 100,
};

export default pipeline(
  'differential-cells',
  'Is a differential pair as good as an error-correcting code of the same redundancy, and on which assumptions?',
)
  .slot(
    'device',
    use(
      single,
      { ...cell, comparatorLogOffset: 0, plusOneState: 'low-resistance', reference: 'equal-error' },
      spreads,
    ),
    use(differential, { ...cell, comparatorLogOffset: list(0, 0.1, 0.3) }, spreads),
  )
  .slot('ecc', use(none, {}), use(sec, { dataBits: 4 }), use(secded, { dataBits: list(4, 64) }))
  .minimise('residualFlipPlusToMinus', 0.5)
  .minimise('codedCellAreaUm2PerBit', 100).data;
