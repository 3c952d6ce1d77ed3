import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchesAll } from '../text/fold.ts';
import { foldedTopic, topicIn } from './topic.ts';

describe('the topic of a meeting', () => {
  const named = { topic: 'Radars', topicKo: '레이더' };

  it('is read in the language of the reader', () => {
    expect(topicIn(named, 'ko')).toBe('레이더');
    expect(topicIn(named, 'ko-KR')).toBe('레이더');
    expect(topicIn(named, 'en')).toBe('Radars');
    expect(topicIn(named, 'fr')).toBe('Radars');
  });

  it('is what somebody typed, in every language', () => {
    expect(topicIn({ topic: 'Minensuche', topicKo: null }, 'ko')).toBe('Minensuche');
    expect(topicIn({ topic: 'Minensuche' }, 'ko')).toBe('Minensuche');
  });

  it('is found by what any reader sees of it', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(word, fc.option(word), fc.constantFrom('en', 'ko'), (topic, topicKo, language) => {
        expect(matchesAll(foldedTopic({ topic, topicKo }), topicIn({ topic, topicKo }, language))).toBe(true);
      }),
    );
  });
});
