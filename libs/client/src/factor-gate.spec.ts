import { afterEach, describe, expect, it } from '@jest/globals';
import { askForFactorBy, withFactor } from './factor-gate.ts';

let end: (() => void) | undefined;
afterEach(() => end?.());

const wanted = new Error('auth.factor_required');
const isWanted = (error: unknown) => error === wanted;
const write = { method: 'PUT' } as const;

/** A write that is refused until `is` is true, and counts how often it was sent. */
function refusedUntil(is: () => boolean) {
  const sent = { times: 0 };
  const send = () => {
    sent.times++;
    return is() ? Promise.resolve('done') : Promise.reject(wanted);
  };
  return { sent, send };
}

describe('a write that wants a second factor', () => {
  it('is sent again after it was shown', async () => {
    let shown = false;
    end = askForFactorBy(() => Promise.resolve((shown = true)));
    const { sent, send } = refusedUntil(() => shown);
    await expect(withFactor(write, send, isWanted)).resolves.toBe('done');
    expect(sent.times).toBe(2);
  });

  it('stays refused when it was not shown, and is not sent again', async () => {
    end = askForFactorBy(() => Promise.resolve(false));
    const { sent, send } = refusedUntil(() => false);
    await expect(withFactor(write, send, isWanted)).rejects.toBe(wanted);
    expect(sent.times).toBe(1);
  });

  it('is asked for once when several are refused at the same time', async () => {
    let shown = false;
    let asked = 0;
    end = askForFactorBy(() => {
      asked++;
      return new Promise((resolve) => queueMicrotask(() => resolve((shown = true))));
    });
    const writes = [1, 2, 3].map(() => withFactor(write, refusedUntil(() => shown).send, isWanted));
    expect(await Promise.all(writes)).toEqual(['done', 'done', 'done']);
    expect(asked).toBe(1);
  });
});

describe('a read, and a write that was refused for another reason', () => {
  it('asks for nothing', async () => {
    let asked = 0;
    end = askForFactorBy(() => Promise.resolve(Boolean(++asked)));
    const other = new Error('access.denied');
    await expect(withFactor({ method: 'GET' }, () => Promise.reject(wanted), isWanted)).rejects.toBe(wanted);
    await expect(withFactor(write, () => Promise.reject(other), isWanted)).rejects.toBe(other);
    expect(asked).toBe(0);
  });
});
