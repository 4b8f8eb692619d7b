import {
  bitsToHold,
  flashAdc,
  referenceLadder,
  register,
  rippleAdder,
  sarAdc,
  thermometerEncoder,
} from '@bitfront/circuits';
import { type Module, moduleOf } from './module.ts';
import type { CrossbarOptions, Sensing } from './options.ts';
import { scheduleOf } from './schedule.ts';

type AdcSensing = Extract<Sensing, { kind: 'adc' }>;

/** Converters with what belongs to them; sums of bit planes and of groups of rows where there are any. */
export function converterModules(options: CrossbarOptions, sensing: AdcSensing): readonly Module[] {
  const { technology, inputs, cell } = options;
  const { bits, converter } = sensing;
  const { turns, outputs, ways, senses } = scheduleOf(options);
  const use = { count: senses, actions: turns * outputs, steps: turns * ways };
  const shared = { count: 1, actions: turns * ways, steps: 0 };
  const place = (name: string) => ({ name, kind: 'read', side: 'columns' }) as const;
  const encoder = thermometerEncoder(technology, { bits, activity: inputs.logicToggle });
  const reference = referenceLadder(technology, { bits, activeNs: cell.readPulseNs });
  const flash = flashAdc(technology, { bits, input: { mode: 'voltage' } });
  const converters =
    converter === 'sar'
      ? [moduleOf(options, place('converters'), sarAdc(technology, { bits }), use)]
      : [
          moduleOf(options, place('converters'), flash, use),
          moduleOf(options, place('reference'), reference, shared),
          ...(bits > 1 ? [moduleOf(options, place('encoders'), encoder, use)] : []),
        ];
  if (turns === 1) return converters;
  const sumBits = bitsToHold(((1 << bits) - 1) * (turns / inputs.bits) * ((1 << inputs.bits) - 1));
  const adder = rippleAdder(technology, { bits: sumBits, activity: inputs.logicToggle });
  const held = register(technology, { bits: sumBits, activity: inputs.logicToggle });
  return [
    ...converters,
    moduleOf(options, place('shiftAddAdders'), adder, use),
    moduleOf(options, place('shiftAddRegisters'), held, { ...use, count: outputs }),
  ];
}
