import type { PipelineData } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import { parseSetting, setParameter, setPlugins } from './settings.ts';

const data: PipelineData = {
  name: 'small',
  question: '?',
  slots: [
    { name: 'encoder', choices: [{ plugin: 'encoder-a', parameters: { bits: 8 } }] },
    {
      name: 'device',
      choices: [
        {
          plugin: 'device-a',
          parameters: { flip: 0.1 },
          points: [
            { flip: 0.1, price: 1 },
            { flip: 0.2, price: 2 },
          ],
        },
        { plugin: 'device-b', parameters: { size: 4 } },
      ],
    },
  ],
  rules: [],
  objectives: [],
};
const everywhere = () => true;
const set = (text: string, has: (plugin: string) => boolean = everywhere) => {
  const setting = parseSetting(text, data);
  return setParameter(data, { ...setting, parameter: setting.parameter ?? '' }, has);
};

describe('parseSetting', () => {
  it.each([
    ['device=device-a', { slot: 'device', parameter: undefined, values: ['device-a'] }],
    ['device=device-a,device-b', { slot: 'device', parameter: undefined, values: ['device-a', 'device-b'] }],
    ['device.flip=0.1, 0.2', { slot: 'device', parameter: 'flip', values: ['0.1', '0.2'] }],
    [
      'device.widths=[512,512],[256]',
      { slot: 'device', parameter: 'widths', values: ['[512,512]', '[256]'] },
    ],
    ['device.note="a,b",c', { slot: 'device', parameter: 'note', values: ['"a,b"', 'c'] }],
    ['device.note=a=b', { slot: 'device', parameter: 'note', values: ['a=b'] }],
    [
      'device.flip={"axis":"linear","from":0,"to":1,"count":3}',
      { slot: 'device', parameter: 'flip', values: ['{"axis":"linear","from":0,"to":1,"count":3}'] },
    ],
  ])('reads %s', (text, expected) => expect(parseSetting(text, data)).toEqual({ text, ...expected }));

  it.each([
    '',
    'device',
    'device=',
    'device.flip=',
    'device.flip=0.1,',
    '=x',
    '.flip=1',
    'de vice=1',
    'device.a.b',
  ])('refuses "%s" and shows the two forms', (text) => {
    expect(() => parseSetting(text, data)).toThrow(
      expect.objectContaining({
        code: 'PIPELINE_SETTING_INVALID',
        message: expect.stringContaining('--set SLOT=PLUGIN'),
      }),
    );
  });

  it('names the slots, and the nearest one', () => {
    expect(() => parseSetting('devise=x', data)).toThrow(
      expect.objectContaining({
        code: 'PIPELINE_SLOT_UNKNOWN',
        message:
          'The pipeline has no slot "devise". Its slots are: encoder, device. Correct the name. Did you mean "device"?',
      }),
    );
  });
});

describe('setPlugins', () => {
  it('puts plugins into one slot, in the order given, keeping the parameters of those that were there', () => {
    const changed = setPlugins(data, parseSetting('device=device-c,device-b', data));
    expect(changed.slots[1]?.choices).toEqual([
      { plugin: 'device-c', parameters: {} },
      { plugin: 'device-b', parameters: { size: 4 } },
    ]);
    expect(changed.slots[0]).toBe(data.slots[0]);
    expect(data.slots[1]?.choices).toHaveLength(2);
  });
});

describe('setParameter', () => {
  const first = (text: string) => set(text).slots[1]?.choices[0]?.parameters;

  it.each([
    ['device.flip=0.5', 0.5],
    ['device.flip=1e-3', 0.001],
    ['device.fast=true', true],
    ['device.mood=well', 'well'],
    ['device.mood="8"', '8'],
    ['device.widths=[512,256]', [512, 256]],
    ['device.flip=0.1,0.2', { axis: 'list', values: [0.1, 0.2] }],
    ['device.widths=[1],[2,3]', { axis: 'list', values: [[1], [2, 3]] }],
    ['device.flip={"axis":"linear","from":0,"to":1,"count":3}', { axis: 'linear', from: 0, to: 1, count: 3 }],
  ])('%s gives %j', (text, value) => expect(Object.values(first(text) ?? {})).toContainEqual(value));

  it('changes the alternatives that have the parameter, and no others', () => {
    const [a, b] = set('device.flip=0.5', (plugin) => plugin === 'device-a').slots[1]?.choices ?? [];
    expect(a?.parameters).toEqual({ flip: 0.5 });
    expect(b).toBe(data.slots[1]?.choices[1]);
  });

  it('takes the parameter out of explicit points, and leaves the pipeline as it was', () => {
    const before = JSON.stringify(data);
    expect(set('device.flip=0.5').slots[1]?.choices[0]?.points).toEqual([{ price: 1 }, { price: 2 }]);
    expect(JSON.stringify(data)).toBe(before);
  });
});
