/**
 * The state of one call in the middle of its work. Only a call of the same stage, code, parameters, inputs and seed
 * finds it. A call that goes on from its checkpoint must give the same artifact, to the bit, as one that ran through;
 * `describeStage` of the testkit tries that.
 */
export interface Checkpoint {
  /**
   * What was saved last, or nothing: at the first try, where the host keeps nothing, and where the file was damaged.
   * The bytes belong to the caller.
   */
  load(): Promise<Uint8Array | undefined>;
  /**
   * Replaces what was saved before, as a whole or not at all. The host does not look into the bytes and reads them
   * before the promise is settled. Offer the state wherever the work can go on from, such as after every epoch: the
   * host passes over what follows the last one so soon that saving would take more than a small part of the time.
   * A disk that is full is no reason to fail: the promise is fulfilled, the checkpoint before stays, and the host tells
   * its user.
   */
  save(bytes: Uint8Array): Promise<void>;
}
