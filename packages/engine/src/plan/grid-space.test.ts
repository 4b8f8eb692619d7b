import { linear, list, paired, type Point } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import { tinyChoice, tinySlots } from '../fixtures/tiny-slots.ts';
import { gridSpace } from './grid-space.ts';
import type { PlanChoice, PlanSlot } from './plan.ts';
import { parseRule } from './rule.ts';

const fails = (code: string, text: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(text) });

const slot = (name: string, ...choices: PlanChoice[]): PlanSlot => ({ name, choices });
const device = (parameters: Parameters<typeof tinyChoice>[1]) => tinyChoice('device-tiny', parameters);
const cost = (parameters: Parameters<typeof tinyChoice>[1]) => tinyChoice('cost-tiny', parameters);

const all = (slots: readonly PlanSlot[]): readonly Point[] => {
  const space = gridSpace(slots, []);
  return Array.from({ length: space.size }, (_, index) => space.at(index));
};
/** `priceFj/flip arrayRows/arrayCols` of every point. */
const shown = (slots: readonly PlanSlot[]) =>
  all(slots).map((point) =>
    Object.values(point)
      .map(({ parameters }) => Object.values(parameters).join('/'))
      .join(' '),
  );

describe('gridSpace', () => {
  it('crosses all axes, the last axis of the last slot fastest', () => {
    const slots = [
      slot('device', device({ priceFj: list(1, 2), flip: 0.5 })),
      slot('cost', cost({ arrayRows: list(16, 32), arrayCols: list(3, 4) })),
    ];
    expect(shown(slots)).toEqual([
      '1/0.5 16/3',
      '1/0.5 16/4',
      '1/0.5 32/3',
      '1/0.5 32/4',
      '2/0.5 16/3',
      '2/0.5 16/4',
      '2/0.5 32/3',
      '2/0.5 32/4',
    ]);
  });

  it('has one point where nothing varies, with defaults filled in', () => {
    const [point, ...others] = all([slot('cost', cost({ arrayRows: 16 }))]);
    expect(others).toEqual([]);
    expect(point).toEqual({ cost: { plugin: 'cost-tiny', parameters: { arrayRows: 16, arrayCols: 8 } } });
  });

  it('is conditional: the axes of an alternative exist under it alone', () => {
    const slots = [
      slot('first', device({ priceFj: list(1, 2, 3), flip: 0 }), cost({ arrayRows: 7 })),
      slot('second', cost({ arrayRows: list(1, 2) }), device({ priceFj: 9, flip: 0 })),
    ];
    expect(shown(slots)).toEqual([
      '1/0 1/8',
      '1/0 2/8',
      '2/0 1/8',
      '2/0 2/8',
      '3/0 1/8',
      '3/0 2/8',
      '1/0 9/0',
      '2/0 9/0',
      '3/0 9/0',
      '7/8 1/8',
      '7/8 2/8',
      '7/8 9/0',
    ]);
  });

  it('advances paired axes together, within a slot and across slots', () => {
    const within = [
      slot(
        'cost',
        cost({ arrayRows: paired('side', list(1, 2, 3)), arrayCols: paired('side', list(4, 5, 6)) }),
      ),
    ];
    expect(shown(within)).toEqual(['1/4', '2/5', '3/6']);
    const across = [
      slot('device', device({ priceFj: paired('side', list(1, 2)), flip: list(0.25, 0.75) })),
      slot('cost', cost({ arrayRows: paired('side', list(16, 32)) })),
    ];
    expect(shown(across)).toEqual(['1/0.25 16/8', '1/0.75 16/8', '2/0.25 32/8', '2/0.75 32/8']);
  });

  it('lets a group live on in the slots that have it, under alternatives that do not', () => {
    const slots = [
      slot(
        'device',
        device({ priceFj: paired('side', list(1, 2)), flip: 0 }),
        device({ priceFj: 9, flip: 1 }),
      ),
      slot('cost', cost({ arrayRows: paired('side', list(16, 32)) })),
    ];
    expect(shown(slots)).toEqual(['1/0 16/8', '2/0 32/8', '9/1 16/8', '9/1 32/8']);
  });

  it('keeps two groups apart', () => {
    const slots = [
      slot('device', device({ priceFj: paired('a', list(1, 2)), flip: paired('b', list(0, 1)) })),
      slot('cost', cost({ arrayRows: paired('a', list(1, 2)), arrayCols: paired('b', list(3, 4)) })),
    ];
    expect(shown(slots)).toEqual(['1/0 1/3', '1/1 1/4', '2/0 2/3', '2/1 2/4']);
  });

  it('crosses explicit points with the other axes', () => {
    const points = [
      { priceFj: 1, flip: 0.5 },
      { priceFj: 2, flip: 0.25 },
    ];
    const slots = [
      slot('device', tinyChoice('device-tiny', {}, points)),
      slot('cost', cost({ arrayRows: list(1, 2) })),
    ];
    expect(shown(slots)).toEqual(['1/0.5 1/8', '1/0.5 2/8', '2/0.25 1/8', '2/0.25 2/8']);
  });

  it('agrees with nested loops on grids of many shapes', () => {
    for (const [a, b, c, d] of [
      [1, 1, 1, 1],
      [3, 1, 2, 5],
      [2, 7, 1, 3],
      [4, 4, 4, 4],
    ] as const) {
      const upTo = (count: number) => linear(1, count, count);
      const slots = tinySlots([
        {
          name: 'device',
          choices: [
            {
              plugin: 'device-tiny',
              parameters: { priceFj: upTo(a), flip: list(...[0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6].slice(0, b)) },
            },
          ],
        },
        {
          name: 'cost',
          choices: [{ plugin: 'cost-tiny', parameters: { arrayRows: upTo(c), arrayCols: upTo(d) } }],
        },
      ]);
      const expected: string[] = [];
      for (let i = 1; i <= a; i++)
        for (let j = 0; j < b; j++)
          for (let k = 1; k <= c; k++) for (let l = 1; l <= d; l++) expected.push(`${i}/${j / 10} ${k}/${l}`);
      expect(shown(slots)).toEqual(expected);
    }
  });

  it('makes points when they are asked for: the last of ten million at once', () => {
    const hundred = linear(1, 1000, 1000);
    const slots = [
      slot('device', device({ priceFj: linear(1, 10, 10), flip: 0 })),
      slot('cost', cost({ arrayRows: hundred, arrayCols: hundred })),
    ];
    const space = gridSpace(slots, []);
    expect(space.size).toBe(10_000_000);
    const started = performance.now();
    expect(space.at(9_999_999)).toEqual({
      device: { plugin: 'device-tiny', parameters: { priceFj: 10, flip: 0 } },
      cost: { plugin: 'cost-tiny', parameters: { arrayRows: 1000, arrayCols: 1000 } },
    });
    expect(space.at(1_234_567).cost?.parameters).toEqual({ arrayRows: 235, arrayCols: 568 });
    expect(performance.now() - started).toBeLessThan(100);
  });

  it('gives equal choices of neighbouring points as one frozen object', () => {
    const space = gridSpace(
      [slot('device', device({ priceFj: 1, flip: 0 })), slot('cost', cost({ arrayRows: list(1, 2) }))],
      [],
    );
    expect(space.at(0).device).toBe(space.at(1).device);
    expect(space.at(0).cost).not.toBe(space.at(1).cost);
    expect(Object.isFrozen(space.at(0).device)).toBe(true);
    expect(Object.isFrozen(space.at(0).device?.parameters)).toBe(true);
  });

  it('leaves rules to `allows`, and needs all of them', () => {
    const slots = [slot('cost', cost({ arrayRows: list(1, 2, 3), arrayCols: list(1, 2, 3) }))];
    const space = gridSpace(
      slots,
      ['cost.arrayRows * cost.arrayCols <= 4', 'cost.arrayCols > 1'].map(parseRule),
    );
    const allowed = Array.from({ length: 9 }, (_, index) => space.at(index)).filter(space.allows);
    expect(allowed.map(({ cost }) => Object.values(cost?.parameters ?? {}).join('x'))).toEqual([
      '1x2',
      '1x3',
      '2x2',
    ]);
    expect(space.size).toBe(9);
  });

  it('refuses paired axes of different lengths', () => {
    const slots = [
      slot('device', device({ priceFj: paired('side', list(1, 2)), flip: 0 })),
      slot('cost', cost({ arrayRows: paired('side', list(1, 2, 3)) })),
    ];
    expect(() => gridSpace(slots, [])).toThrow(
      fails('PIPELINE_PAIRED_LENGTHS', 'group "side" have different lengths: 2, 3'),
    );
  });

  it('refuses more alternatives than can be listed', () => {
    const choice = cost({ arrayRows: 1 });
    const slots = Array.from({ length: 6 }, (_, index) =>
      slot(`s${index}`, ...new Array<PlanChoice>(7).fill(choice)),
    );
    expect(() => gridSpace(slots, [])).toThrow(
      fails('PIPELINE_TOO_MANY_ALTERNATIVES', '117649 combinations'),
    );
  });

  it.each([-1, 6, 1e9])('has no point %d in a grid of six', (index) => {
    const space = gridSpace([slot('cost', cost({ arrayRows: linear(1, 6, 6) }))], []);
    expect(() => space.at(index)).toThrow(fails('ENGINE_INDEX_OUTSIDE', `Point ${index} lies outside`));
  });
});
