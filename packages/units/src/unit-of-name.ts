import type { Unit } from './unit.ts';
import { units } from './unit-table.ts';

/**
 * The unit that a column or parameter name ends in, or nothing: `areaUm2` is in µm², `energyPjPerInference` in
 * pJ per inference. Of a dotted name the last part that has a unit counts, so that the breakdown
 * `areaUm2.senseAmplifiers` keeps the unit of its total and `device.readEnergyFj` has its own.
 */
export function unitOfName(name: string): Unit | undefined {
  for (const part of name.split('.').reverse()) {
    const unit = unitOfPart(part);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

function unitOfPart(part: string): Unit | undefined {
  const words = part.split(/(?=[A-Z])/);
  const per = words.indexOf('Per');
  const last = (per < 0 ? words.length : per) - 1;
  // A word alone is a name, not a unit.
  if (last < 1) return undefined;
  const unit = unitOfWord(words[last]);
  if (unit === undefined || per < 0) return unit;
  const denominator = words.slice(per + 1);
  if (denominator.length === 0) return undefined;
  const counted =
    (denominator.length === 1 && unitOfWord(denominator[0])?.symbol) || denominator.join(' ').toLowerCase();
  return Object.freeze({ ...unit, symbol: `${unit.symbol} per ${counted}`.trimStart(), per: counted });
}

function unitOfWord(word: string | undefined): Unit | undefined {
  return units.find((unit) => unit.suffix === word);
}
