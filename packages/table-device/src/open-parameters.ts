import { choice, type Parameter, type ParameterSchema, quantity } from '@bitfront/core';
import { cellVariation, enduranceCycles } from '@bitfront/memory-parameters';
import { type FigureName, figureOf, figureParameter } from './figures.ts';

/**
 * The parameters of a table's technology beside `condition`: node, supply and sensing, which no table has, and every
 * figure without a column, in the range that its column would have. None has a default but the endurance, which may stay
 * unknown, and spreads and stuck cells, of which none are claimed.
 */
export function openParameters(columns: readonly FigureName[]): ParameterSchema {
  const has = (name: string | undefined) => columns.some((column) => column === name);
  const known = (name: FigureName) => has(name) || has(figureOf(name).instead);
  const open = figuresAsked.filter((name) => !known(name));
  const asked = (name: FigureName): readonly [string, Parameter<number>] =>
    name === 'enduranceCycles' ? [name, enduranceCycles] : [name, figureParameter(name)];
  return {
    nodeNm: quantity('nm', 5, 250, 'process node'),
    supplyV: quantity('V', 0.3, 5, 'supply voltage'),
    sensing: choice(['differential', 'single-ended', 'voltage-latch'], 'how the bit reaches the amplifier'),
    ...(has('relativeWriteEnergy') ? { referenceWriteEnergyPj } : {}),
    ...Object.fromEntries(open.map(asked)),
    ...(hasStates(columns) ? analogParameters(columns) : {}),
  };
}

/** Whether a table says anything of the resistances of its states; only then are conductances asked for. */
export function hasStates(columns: readonly FigureName[]): boolean {
  return columns.includes('lowResistanceKohm') || columns.includes('highResistanceKohm');
}

/** What analog reads need beside the columns: the other state and the voltage must be given, spreads may. */
function analogParameters(columns: readonly FigureName[]): ParameterSchema {
  const needed = (['lowResistanceKohm', 'highResistanceKohm', 'readVoltageV'] as const).map(
    (name) => [name, figureParameter(name)] as const,
  );
  const all = [...needed, ...Object.entries(cellVariation)];
  return Object.fromEntries(all.filter(([name]) => !columns.some((column) => column === name)));
}

const referenceWriteEnergyPj = quantity(
  'pJ',
  0,
  1e6,
  'energy to write one bit where relativeWriteEnergy is 1',
);

/** What is asked for, in this order; of two figures that say the same, one. */
const figuresAsked = [
  'flipPlusToMinus',
  'flipMinusToPlus',
  'writeEnergyFj',
  'writeTimeNs',
  'writeVoltageV',
  'enduranceCycles',
  'readEnergyFj',
  'readTimeNs',
  'cellAreaF2',
  'aspectRatio',
  'standbyPowerNwPerBit',
] as const satisfies readonly FigureName[];
