// Lets a few in at a time, first come first served: one request a host, and not too many over all.

/** Called once one is done. */
export type Leave = () => void;

export class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(mostAtOnce: number) {
    this.#free = mostAtOnce;
  }

  /** @throws the signal's reason where it is aborted while waiting. */
  async enter(signal: AbortSignal): Promise<Leave> {
    signal.throwIfAborted();
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn(signal);
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    };
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(go);
    });
  }
}

/** A gate for one at a time at each host, behind it one for all hosts. */
export class HostGates {
  readonly #all: Gate;
  readonly #hosts = new Map<string, { readonly gate: Gate; wanted: number }>();

  constructor(mostAtOnce: number) {
    this.#all = new Gate(mostAtOnce);
  }

  async enter(host: string, signal: AbortSignal): Promise<Leave> {
    const place = this.#hosts.get(host) ?? { gate: new Gate(1), wanted: 0 };
    this.#hosts.set(host, place);
    place.wanted += 1;
    const leaves: Leave[] = [
      () => {
        place.wanted -= 1;
        if (place.wanted === 0) this.#hosts.delete(host);
      },
    ];
    const leave = () => {
      for (const one of leaves.splice(0).reverse()) one();
    };
    try {
      leaves.push(await place.gate.enter(signal));
      leaves.push(await this.#all.enter(signal));
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }
}
