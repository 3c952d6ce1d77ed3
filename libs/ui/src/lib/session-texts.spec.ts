import type { Programme } from '@forum/contract/programme/programme';
import { matchesAll } from '@forum/domain/text/fold';
import { describe, expect, it } from '@jest/globals';
import { foldedSessions } from './session-texts.ts';

const programme = {
  sessions: [
    { id: 's', title: 'Batteries at sea', subtitle: 'A panel', speakerIds: ['k'], trackId: 't', roomId: 'r' },
  ],
  speakers: [{ id: 'k', name: 'Dubois', organisation: 'Ministère des Armées' }],
  tracks: [{ id: 't', name: 'Maritime', colour: null }],
  rooms: [{ id: 'r', name: '그랜드볼룸', position: 1 }],
} as unknown as Programme;

describe('a session', () => {
  const text = foldedSessions(programme).get('s') ?? '';

  it.each(['battéries', 'panel', 'dubois', 'ministere', 'maritime SEA', '그랜드ㅂ'])(
    'is found by %s',
    (query) => {
      expect(matchesAll(text, query)).toBe(true);
    },
  );

  it('is not found by what it does not show', () => {
    expect(matchesAll(text, 'sonar')).toBe(false);
  });
});
