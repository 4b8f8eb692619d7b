import { BitfrontError } from '@bitfront/errors';
import { describe, expect, it } from 'vitest';
import { checkParameters } from './check-parameters.ts';
import { choice } from './choice.ts';
import { flag } from './flag.ts';
import { integer } from './integer.ts';
import { quantity } from './quantity.ts';

const schema = {
  readEnergyFj: quantity('fJ', 0, 1e6, 'energy to read one bit'),
  repeats: integer(0, 100, 'fault draws', 3),
  shuffled: flag('shuffle', true),
  mood: choice(['well', 'ill'], 'behaviour', 'well'),
};

const refused = (given: Readonly<Record<string, unknown>>) => {
  try {
    checkParameters('device-x', schema, given);
  } catch (error) {
    if (error instanceof BitfrontError) return error;
  }
  return undefined;
};

describe('checkParameters', () => {
  it('fills in defaults, in the order of the schema, and freezes', () => {
    const checked = checkParameters('device-x', schema, { mood: 'ill', readEnergyFj: 4 });
    expect(Object.entries(checked)).toEqual([
      ['readEnergyFj', 4],
      ['repeats', 3],
      ['shuffled', true],
      ['mood', 'ill'],
    ]);
    expect(Object.isFrozen(checked)).toBe(true);
  });

  it('keeps values that look like nothing: 0 and false', () => {
    expect(
      checkParameters('device-x', schema, { readEnergyFj: 0, repeats: 0, shuffled: false }),
    ).toMatchObject({
      readEnergyFj: 0,
      repeats: 0,
      shuffled: false,
    });
  });

  it('names the plugin, the wrong name, all valid names and the nearest one', () => {
    const error = refused({ readEnergyFJ: 4 });
    expect(error?.code).toBe('PARAMETER_UNKNOWN');
    expect(error?.message).toBe(
      '[device-x] There is no parameter "readEnergyFJ". ' +
        'Its parameters are: readEnergyFj, repeats, shuffled, mood. ' +
        'Correct the name, or see `bitfront list plugins`. Did you mean "readEnergyFj"?',
    );
  });

  it('does not take names from Object.prototype for parameters', () => {
    expect(refused({ readEnergyFj: 1, toString: 1 })?.code).toBe('PARAMETER_UNKNOWN');
  });

  it('says "none" where a plugin has no parameters', () => {
    expect(() => checkParameters('cost-x', {}, { a: 1 })).toThrow('Its parameters are: none.');
  });

  it('asks for what has no default, with its meaning', () => {
    const error = refused({});
    expect(error?.code).toBe('PARAMETER_MISSING');
    expect(error?.message).toContain('energy to read one bit');
    expect(error?.now).toBe('Give it a value in the pipeline or with --set SLOT.readEnergyFj=VALUE.');
  });

  it('shows a refused value as JSON, why, and what would do', () => {
    const error = refused({ readEnergyFj: '4' });
    expect(error?.code).toBe('PARAMETER_INVALID');
    expect([error?.what, error?.why, error?.now]).toEqual([
      '[device-x] Parameter "readEnergyFj" cannot be "4".',
      'It must be a finite number.',
      'Give a number from 0 to 1000000 fJ.',
    ]);
  });
});
