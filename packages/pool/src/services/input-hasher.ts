import { contentHash, type InputHash, type StageCall } from '@bitfront/core';

/** Hashes of a call's inputs: those it brought, the others computed when they are first asked for. */
export function inputHasher({ inputs, inputHashes }: StageCall): InputHash {
  let computed: Map<string, string> | undefined;
  return (kind, part) => {
    const known = inputHashes?.[kind]?.[part] ?? computed?.get(`${kind}.${part}`);
    if (known !== undefined) return known;
    const hash = contentHash(inputs[kind]?.[part]);
    computed ??= new Map();
    computed.set(`${kind}.${part}`, hash);
    return hash;
  };
}
