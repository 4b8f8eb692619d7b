import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';

export const writeVoltageLimitSource: BlockSource = {
  cite: 'input/output transistors that foundries commonly offer: 3.3 V from 90 nm on, 2.5 V from 22 nm on, 1.8 V below; two in series stand twice that. A memory written at 4.2 V is published at 22 nm (Dünkel et al., IEDM 2017)',
  how: 'assumed',
  range: '7 to 180 nm',
  loose:
    'Offers differ between foundries, and drain-extended transistors stand more. It says where a simple write circuit ends, not what is possible.',
};

/** The highest voltage that write circuits of a node stand, two input/output transistors in series. */
export function writeVoltageLimitV(nodeNm: number): number {
  inRange('write voltage limit', 'nodeNm', nodeNm, 7, 180);
  const ioVoltageV = nodeNm >= 90 ? 3.3 : nodeNm >= 22 ? 2.5 : 1.8;
  return 2 * ioVoltageV;
}
