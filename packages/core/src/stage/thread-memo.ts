/**
 * Values that outlive a call, for later calls of the same stage in the same thread: a network that was unpacked, what
 * does not depend on the parameter that is swept. They are plain values of the thread and may hold WebAssembly memory.
 * Every stage has its keys to itself. What was not used for long is forgotten, by dropping the reference to it.
 */
export interface ThreadMemo {
  /**
   * The value of a key: remembered, or made now. It must be a pure function of the key, since whether it is remembered
   * depends on chance: build the key from `inputHash` and from every parameter that enters. Nobody may change a value
   * once it is made, but for scratch memory whose content no result depends on.
   * @param bytes about how much memory the value holds; what is larger than the whole memo is made anew every time
   */
  get<T>(key: string, bytes: number, make: () => T): T;
}
