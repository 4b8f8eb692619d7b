import { readFileSync } from 'node:fs';
import { defineStage, type Host, text, textHash } from '@bitfront/core';
import { findFile } from '@bitfront/datasets';
import { checkFits, networkFromNpz } from '@bitfront/network-npz';

export default defineStage({
  name: 'trainer-import',
  version: 1,
  doc: 'A network trained elsewhere, from an .npz file of ±1 weights and batch norms in a data folder',
  needs: { dataset: ['description'] },
  gives: 'network',
  parameters: {
    file: text(
      /^(?!.*\.\.)[\w][\w./ -]*\.npz$/,
      'the name of an .npz file, relative to a data folder',
      'Archive with layer0.weight, layer0.gamma, … (see the README of @bitfront/network-npz)',
    ),
  },
  columns: {
    binaryWeights: { unit: '1', doc: 'weight bits of all layers' },
  },
  weight: 'heavy',
  source: {
    cite: 'the user',
    where: 'the file named by the parameter',
    how: 'assumed',
    residual: 'exact: weights and batch norms are taken as they are',
    assumed: ['that the network was trained on pixels scaled to [-1, 1]'],
  },
  fingerprint: ({ file }, host) => textHash(Buffer.from(readFileSync(locate(file, host))).toString('base64')),
  run({ dataset }, { file }, { host, signal }) {
    signal.throwIfAborted();
    const network = networkFromNpz(new Uint8Array(readFileSync(locate(file, host))), file);
    checkFits(file, network.architecture, dataset.description);
    return network;
  },
});

function locate(file: string, { dataFolders }: Host): string {
  return findFile(
    'trainer-import',
    dataFolders,
    file,
    'Put it into one of these folders, or set BITFRONT_DATA.',
    [''],
  );
}
