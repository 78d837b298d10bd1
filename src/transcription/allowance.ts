// How many hours of audio one day may cost: counted before each question, in the library, so that no crash forgets them.

import type { StateStore } from '../library/library.ts';
import { AllowanceUsed } from './stop.ts';

export interface Allowance {
  leftSeconds(): Promise<number>;
  /** @throws AllowanceUsed where nothing is left today. */
  check(): Promise<void>;
  /** @throws AllowanceUsed where so much is not left today. */
  take(seconds: number): Promise<void>;
  /** For what was taken and surely not used. */
  giveBack(seconds: number): Promise<void>;
  /** Taken, and not given back, since it was opened. */
  takenSeconds(): number;
}

/** Days are those of UTC, whatever the machine's clock shows. */
export function openAllowance(state: StateStore, mostHoursADay: number): Allowance {
  const key = () => `transcribe:seconds:${new Date().toISOString().slice(0, 10)}`;
  const used = async (day: string): Promise<number> => Number((await state.getState(day)) ?? 0);
  const put = (day: string, seconds: number): Promise<void> => {
    const expiresAt = new Date(Date.now() + 3 * 24 * 3600_000);
    return state.putState([{ key: day, value: Math.max(0, seconds), expiresAt }]);
  };
  const leftSeconds = async () => Math.max(0, mostHoursADay * 3600 - (await used(key())));
  let taken = 0;
  return {
    leftSeconds,
    async check() {
      if ((await leftSeconds()) < 1) throw new AllowanceUsed(usedUp(mostHoursADay));
    },
    async take(seconds) {
      const day = key();
      const after = (await used(day)) + seconds;
      // A thousandth: what was counted in samples need not add up to whole seconds.
      if (after > mostHoursADay * 3600 + 0.001) {
        // The day is over, though a little is left: nobody need look again whether it is enough for anything.
        await put(day, mostHoursADay * 3600);
        throw new AllowanceUsed(usedUp(mostHoursADay));
      }
      await put(day, after);
      taken += seconds;
    },
    async giveBack(seconds) {
      const day = key();
      await put(day, (await used(day)) - seconds);
      taken -= seconds;
    },
    takenSeconds: () => taken,
  };
}

function usedUp(hours: number): string {
  return hours === 0
    ? 'TRANSCRIBE_MAX_HOURS_PER_DAY is 0: nothing is transcribed.'
    : `The ${hours} ${hours === 1 ? 'hour' : 'hours'} of audio a day that TRANSCRIBE_MAX_HOURS_PER_DAY allows are used up. ` +
        'It goes on tomorrow (UTC).';
}
