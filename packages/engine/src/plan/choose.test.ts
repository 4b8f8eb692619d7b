import { interval, linear, list, paired } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import { tinyChoice } from '../fixtures/tiny-slots.ts';

const fails = (code: string, text: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(text) });

describe('planChoice', () => {
  it('keeps apart what is fixed, what varies, and what the user gave', () => {
    const choice = tinyChoice('cost-tiny', { arrayRows: list(16, 32) });
    expect(choice.fixed).toMatchObject({ arrayCols: 8 });
    expect(choice.axes).toEqual([
      { parameters: ['arrayRows'], assignments: [{ arrayRows: 16 }, { arrayRows: 32 }], group: undefined },
    ]);
    expect(choice.given).toEqual(['arrayRows']);
  });

  it('lets explicit points vary together, as one axis', () => {
    const points = [
      { priceFj: 1, flip: 0.1 },
      { priceFj: 2, flip: 0.01 },
    ];
    const choice = tinyChoice('device-tiny', {}, points);
    expect(choice.axes).toEqual([{ parameters: ['priceFj', 'flip'], assignments: points, group: undefined }]);
    expect(choice.given).toEqual(['priceFj', 'flip']);
  });

  it('has no axis for an empty list of points, or for points that were emptied by --set', () => {
    expect(tinyChoice('cost-tiny', { arrayRows: 1 }, []).axes).toEqual([]);
    expect(tinyChoice('cost-tiny', { arrayRows: 1 }, [{}, {}]).axes).toEqual([]);
  });

  it('remembers groups of paired axes', () => {
    const choice = tinyChoice('cost-tiny', {
      arrayRows: paired('side', list(1, 2)),
      arrayCols: paired('side', list(1, 2)),
    });
    expect(choice.axes.map((axis) => axis.group)).toEqual(['side', 'side']);
  });

  it('checks every value of every axis, not only the first', () => {
    expect(() => tinyChoice('device-tiny', { priceFj: 1, flip: list(0.1, 0.2, 1.5) })).toThrow(
      fails('PARAMETER_INVALID', '[device-tiny] Parameter "flip" cannot be 1.5.'),
    );
    expect(() =>
      tinyChoice('cost-tiny', { arrayRows: linear(1, 10, 4), arrayCols: linear(1, 10, 5) }),
    ).toThrow(fails('PARAMETER_INVALID', 'Parameter "arrayCols" cannot be 3.25.'));
    expect(() => tinyChoice('device-tiny', { priceFj: 1 }, [{ flip: 0.1 }, { flip: -0.1 }])).toThrow(
      fails('PARAMETER_INVALID', 'Parameter "flip" cannot be -0.1.'),
    );
  });

  it('finds unknown and missing parameters, in points and axes too', () => {
    expect(() => tinyChoice('cost-tiny', { arrayRow: 16 })).toThrow(
      fails('PARAMETER_UNKNOWN', 'Did you mean "arrayRows"?'),
    );
    expect(() => tinyChoice('cost-tiny', { arrayRows: 1, columns: list(1, 2) })).toThrow(
      fails('PARAMETER_UNKNOWN', 'columns'),
    );
    expect(() => tinyChoice('cost-tiny', { arrayRows: 1 }, [{ arrayCol: 1 }])).toThrow(
      fails('PARAMETER_UNKNOWN', 'arrayCol'),
    );
    expect(() => tinyChoice('cost-tiny', {})).toThrow(fails('PARAMETER_MISSING', 'arrayRows'));
  });

  it('refuses what only a sampler could use, and what two axes vary', () => {
    expect(() => tinyChoice('device-tiny', { priceFj: 1, flip: interval(0, 1) })).toThrow(
      fails('PIPELINE_AXIS_INVALID', 'An interval needs a sampler'),
    );
    expect(() => tinyChoice('cost-tiny', { arrayRows: list(1, 2) }, [{ arrayRows: 3 }])).toThrow(
      fails('PIPELINE_AXIS_INVALID', 'Two axes vary it.'),
    );
  });

  it('refuses a value that an axis lists twice', () => {
    expect(() => tinyChoice('cost-tiny', { arrayRows: list(1, 2, 1) })).toThrow(
      fails('PIPELINE_AXIS_INVALID', 'The value 1 stands there twice.'),
    );
  });

  it('fills what an explicit point leaves open from its fixed value or its default, not from another point', () => {
    const { axes } = tinyChoice('cost-tiny', { arrayRows: 1 }, [{ arrayCols: 3 }, { arrayRows: 2 }]);
    expect(axes[0]?.assignments).toEqual([
      { arrayCols: 3, arrayRows: 1 },
      { arrayCols: 8, arrayRows: 2 },
    ]);
  });
});
