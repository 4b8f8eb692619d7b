import { integer } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import { tinyChoice, tinyPlugin } from '../fixtures/tiny-slots.ts';
import { planChoice } from './choose.ts';
import type { PlanSlot } from './plan.ts';
import { checkObjectives, planColumns } from './plan-columns.ts';

const device: PlanSlot = { name: 'device', choices: [tinyChoice('device-tiny', { priceFj: 1, flip: 0 })] };
const evaluator: PlanSlot = { name: 'evaluator', choices: [tinyChoice('evaluator-tiny', { repeats: 1 })] };
const cost: PlanSlot = { name: 'cost', choices: [tinyChoice('cost-tiny', { arrayRows: 1 })] };
const names = (...slots: PlanSlot[]) => planColumns(slots).map((column) => column.name);

describe('planColumns', () => {
  it('says who, what was chosen, totals in slot order, then breakdowns, then the evidence', () => {
    expect(names(device, evaluator, cost)).toEqual([
      'pointId',
      'status',
      'errorCode',
      'device',
      'device.priceFj',
      'device.flip',
      'evaluator',
      'evaluator.repeats',
      'evaluator.mood',
      'cost',
      'cost.arrayRows',
      'cost.arrayCols',
      'flipPlusToMinus',
      'flipMinusToPlus',
      'cellAreaUm2PerBit',
      'writeEnergyFjPerBit',
      'enduranceCycles',
      'errorRate',
      'areaUm2',
      'areaUm2.cells',
      'evidence',
    ]);
  });

  it('gives every column its unit, its meaning and its role', () => {
    const columns = planColumns([device, evaluator, cost]);
    const find = (name: string) => columns.find((column) => column.name === name);
    expect(find('device.priceFj')).toEqual({
      name: 'device.priceFj',
      unit: 'fJ',
      doc: 'write energy',
      role: 'slot',
    });
    expect(find('areaUm2')).toEqual({ name: 'areaUm2', unit: 'µm²', doc: 'area', role: 'measure' });
    expect(find('evidence')?.role).toBe('point');
    expect(columns.filter(({ doc }) => doc === '')).toEqual([]);
  });

  it('shares columns between alternatives of a slot, whose parameters may have the same names', () => {
    const other = tinyPlugin('device-tiny', {
      name: 'device-other',
      parameters: { flip: integer(0, 1, 'f'), grade: integer(1, 3, 'g') },
    });
    const choice = planChoice(
      { ...other, name: 'device-other' },
      { plugin: 'device-other', parameters: { flip: 0, grade: 1 } },
    );
    const both: PlanSlot = { name: 'device', choices: [...device.choices, choice] };
    expect(names(both, evaluator)).toEqual([
      'pointId',
      'status',
      'errorCode',
      'device',
      'device.priceFj',
      'device.flip',
      'device.grade',
      'evaluator',
      'evaluator.repeats',
      'evaluator.mood',
      'flipPlusToMinus',
      'flipMinusToPlus',
      'cellAreaUm2PerBit',
      'writeEnergyFjPerBit',
      'enduranceCycles',
      'errorRate',
      'evidence',
    ]);
  });

  it('refuses a column that two slots would write, whatever wrote it', () => {
    const twice =
      (...slots: PlanSlot[]) =>
      () =>
        planColumns(slots);
    const refusal = (column: string) =>
      expect.objectContaining({
        code: 'PIPELINE_COLUMN_TWICE',
        message: expect.stringContaining(`"${column}"`),
      });
    expect(twice(device, evaluator, { ...evaluator, name: 'again' })).toThrow(refusal('errorRate'));
    expect(twice({ ...device, name: 'errorRate' }, evaluator)).toThrow(refusal('errorRate'));
    expect(twice({ ...device, name: 'status' })).toThrow(refusal('status'));
  });

  it('never lets slot.parameter equal a breakdown', () => {
    const cells = {
      ...tinyPlugin('device-tiny'),
      stage: { ...tinyPlugin('device-tiny').stage, parameters: { cells: integer(1, 2, 'c') } },
    };
    const choice = planChoice(cells, { plugin: 'device-tiny', parameters: { cells: 1 } });
    expect(() => planColumns([{ name: 'areaUm2', choices: [choice] }, evaluator, cost])).toThrow(
      /would be written twice/,
    );
  });
});

describe('checkObjectives', () => {
  const columns = planColumns([device, evaluator, cost]);
  const check = (column: string) =>
    checkObjectives('small', [{ column, direction: 'minimise', reference: 1 }], columns);

  it('takes any numeric measure, totals and breakdowns', () => {
    expect(() => check('errorRate')).not.toThrow();
    expect(() => check('areaUm2.cells')).not.toThrow();
  });

  it('names the valid columns and the nearest one', () => {
    expect(() => check('areaum')).toThrow(
      /numeric columns of this pipeline are: flipPlusToMinus.*Did you mean "areaUm2"\?/,
    );
  });

  it.each(['device.flip', 'pointId', 'evidence'])('refuses %s, which is no result', (column) => {
    expect(() => check(column)).toThrow(expect.objectContaining({ code: 'PIPELINE_COLUMN_UNKNOWN' }));
  });

  it('asks for one objective at least', () => {
    expect(() => checkObjectives('small', [], columns)).toThrow(
      expect.objectContaining({ code: 'PIPELINE_NO_OBJECTIVES' }),
    );
  });
});
