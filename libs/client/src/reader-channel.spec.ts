import { whoAmI } from '@forum/contract/identity/me';
import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/query-core';
import { followReader, type ReaderChannel } from './reader-channel.ts';

const tabs = new Set<ReaderChannel>();
const clients: QueryClient[] = [];

function channel(): ReaderChannel {
  const mine: ReaderChannel = {
    onmessage: null,
    postMessage: (reader) =>
      tabs.forEach((other) => other !== mine && other.onmessage?.({ data: reader } as MessageEvent<string>)),
    close: () => tabs.delete(mine),
  };
  tabs.add(mine);
  return mine;
}

/** A tab that has read something of its reader. */
function openTab() {
  const client = new QueryClient();
  clients.push(client);
  const tab = { client, afresh: 0 };
  followReader(client, () => (tab.afresh += 1), channel());
  return tab;
}

const answer = (tab: { client: QueryClient }, me: object | null) =>
  tab.client.fetchQuery({ queryKey: [whoAmI.path, {}, {}], queryFn: () => me });
const oskar = { id: 'oskar', actingFor: null };
const eirik = { id: 'eirik', actingFor: null };

afterEach(() => {
  tabs.clear();
  for (const client of clients.splice(0)) client.clear();
});

describe('a tab whose sign-in another tab has changed', () => {
  it.each([
    ['another has signed in', eirik],
    ['they have signed out', null],
    ['they act for a principal', { id: 'oskar', actingFor: { aide: 'johan' } }],
  ])('holds nothing of its former reader when %s', async (_, now) => {
    const [first, second] = [openTab(), openTab()];
    await answer(first, oskar);
    first.client.setQueryData(['/meetings'], ['of Oskar']);
    await answer(second, now);
    expect(first.client.getQueryData(['/meetings'])).toBeUndefined();
    expect(first.afresh).toBe(1);
    expect(second.afresh).toBe(0);
  });

  it('is noticed before the first tab has asked who reads', async () => {
    const [first, second] = [openTab(), openTab()];
    first.client.setQueryData([whoAmI.path, {}, {}], oskar);
    await answer(second, eirik);
    expect(first.afresh).toBe(1);
  });

  it('keeps what it has where the same person is at work in both', async () => {
    const [first, second] = [openTab(), openTab()];
    await answer(first, oskar);
    first.client.setQueryData(['/meetings'], ['of Oskar']);
    await answer(second, { ...oskar });
    expect(first.client.getQueryData(['/meetings'])).toEqual(['of Oskar']);
    expect(first.afresh).toBe(0);
  });

  it('does not begin afresh for ever', async () => {
    const [first, second] = [openTab(), openTab()];
    await answer(first, oskar);
    await answer(second, eirik);
    await answer(first, eirik);
    expect([first.afresh, second.afresh]).toEqual([1, 0]);
  });
});
