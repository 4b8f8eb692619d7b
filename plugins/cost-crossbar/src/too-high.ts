import { writeVoltageLimitV } from '@bitfront/circuits';
import type { Upstream } from '@bitfront/core';

/** Which voltage of a technology the circuits of its node do not stand, as far as its parameters tell before a run. */
export function tooHigh({ memory }: Upstream): string | undefined {
  const { nodeNm, supplyV, writeVoltageV, readVoltageV } = memory?.parameters ?? {};
  if (typeof nodeNm === 'number' && typeof writeVoltageV === 'number' && nodeNm >= 7 && nodeNm <= 180) {
    const limitV = writeVoltageLimitV(nodeNm);
    if (writeVoltageV > limitV)
      return `Write circuits at ${nodeNm} nm stand ${limitV} V, not ${writeVoltageV} V (device parameter writeVoltageV).`;
  }
  if (typeof supplyV === 'number' && typeof readVoltageV === 'number' && readVoltageV > supplyV)
    return `Rows cannot be driven with ${readVoltageV} V from a supply of ${supplyV} V (device parameter readVoltageV).`;
  return undefined;
}
