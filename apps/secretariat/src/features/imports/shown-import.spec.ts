import { describe, expect, it } from '@jest/globals';
import { shownImport } from './shown-import.ts';

const one = (id: string, state = 'proposed') => ({ id, state });
const none = { open: undefined, earlier: [], proposed: undefined, applied: undefined, isRefused: false };

describe('the import that is shown', () => {
  it('is none after a file that was refused, though another waits', () => {
    expect(
      shownImport({ ...none, earlier: [one('a')], proposed: one('a'), isRefused: true }),
    ).toBeUndefined();
  });

  it('is the one that was opened, also after a refusal', () => {
    expect(shownImport({ ...none, open: 'a', earlier: [one('a')], isRefused: true })?.id).toBe('a');
  });

  it('is what came of the last file, else the newest that waits', () => {
    expect(shownImport({ ...none, earlier: [one('a')], proposed: one('b') })?.id).toBe('b');
    expect(shownImport({ ...none, proposed: one('b'), applied: one('b', 'applied') })?.state).toBe('applied');
    expect(shownImport({ ...none, earlier: [one('c', 'applied'), one('a')] })?.id).toBe('a');
    expect(shownImport(none)).toBeUndefined();
  });
});
