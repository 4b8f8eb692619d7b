import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical, type Network } from '@bitfront/core';
import { networkFromNpz } from '@bitfront/network-npz';
import { damaged } from './damaged.ts';
import { weightsHash } from './weights-hash.ts';
import { zooCard } from './zoo-cards.ts';
import { shippedZoo } from './zoo-folders.ts';

/**
 * A trained network, checked against its card, with the training log and the row of its trainer. Its latent weights are
 * their signs.
 * @throws ZOO_NAME_UNKNOWN, ZOO_FILE_DAMAGED
 */
export function loadZooNetwork(name: string, zoo = shippedZoo): Network {
  const card = zooCard(name, zoo);
  const file = join(zoo.networks, `${name}.npz`);
  const bytes = read(file);
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (sum !== card.fileSha256)
    throw damaged(
      file,
      `its ${bytes.length} bytes have the SHA-256 ${sum}, not ${card.fileSha256} as on its card`,
    );
  const network = networkFromNpz(bytes, file);
  const hash = weightsHash(network);
  if (hash !== card.weightsSha256)
    throw damaged(file, `its weights have the hash ${hash}, not ${card.weightsSha256} as on its card`);
  if (canonical(network.architecture) !== canonical(card.architecture))
    throw damaged(file, 'it has other layers than its card says');
  return { ...network, log: card.log, row: card.row };
}

function read(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw damaged(file, `it cannot be read (${(error as Error).message})`, error);
  }
}
