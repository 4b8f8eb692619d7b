import { describe, expect, it } from 'vitest';
import { whyNoStage } from './why-no-stage.ts';

const stage = {
  name: 'device-x',
  version: 1,
  run: () => ({}),
  gives: 'memory',
  needs: {},
  parameters: {},
  columns: {},
  source: {},
};

describe('whyNoStage', () => {
  it('takes what defineStage makes', () => expect(whyNoStage(stage)).toBe(undefined));

  it.each([
    [undefined, 'there is none'],
    [null, 'it is null'],
    [3, 'it is a number'],
    [() => stage, 'it is a function'],
    [{ ...stage, version: '1' }, 'it has no name and version'],
    [{ ...stage, run: undefined }, 'it has no function "run"'],
    [{ ...stage, gives: undefined }, 'it does not say what it "gives"'],
    [{ ...stage, parameters: undefined }, 'its "parameters" is no object'],
    [{ ...stage, columns: [{ name: 'areaUm2' }] }, 'its "columns" is no object'],
  ])('says what is wrong with %o', (value, reason) => expect(whyNoStage(value)).toBe(reason));
});
