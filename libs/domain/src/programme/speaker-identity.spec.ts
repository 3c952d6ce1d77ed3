import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  identifySpeakers,
  type KnownSpeaker,
  requireSpeakersKnown,
  type ToldSpeaker,
} from './speaker-identity.ts';
import { nameLikeness } from './speaker-names.ts';

const known = (id: string, keys: string[], name: string, person: string | null = name): KnownSpeaker => ({
  id,
  keys,
  name,
  organisation: null,
  person,
});
const told = (key: string, name: string): ToldSpeaker => ({ key, name, organisation: null });
const whoOf = (...parameters: Parameters<typeof identifySpeakers>) => [
  ...identifySpeakers(...parameters).who.values(),
];

describe('two names', () => {
  it.each([
    ['Lee Wei', 'Lee Wei, PhD', 'same'],
    ['Dr. José Müller', 'MULLER Jose', 'same'],
    ['H.E. Maria Dupont', 'Maria Dupont', 'same'],
    ['Lt Gen (ret.) John O’Neil', "John O'Neil", 'same'],
    ['Lee Wei', 'Lee Wei Ming', 'alike'],
    ['Lee Wei', 'Li Wei', 'alike'],
    ['Jonathan Smyth', 'Jonathon Smith', 'alike'],
    ['Kim Minjun', 'Maria Dupont', 'other'],
    ['김민준', '김민지', 'alike'],
    ['Dr', 'Prof', 'other'],
  ])('%s and %s are %s', (a, b, likeness) => {
    expect([nameLikeness(a, b), nameLikeness(b, a)]).toEqual([likeness, likeness]);
  });
});

describe('a speaker with an own id', () => {
  it('is who the id says, whatever the name, unless the name of a linked one is wholly another', () => {
    expect(whoOf([known('1', ['id:q1'], 'Kim')], [told('id:q1', 'Kim Minjun')])).toEqual(['1']);
    expect(whoOf([known('1', ['id:q1'], 'Kim', null)], [told('id:q1', 'Maria')])).toEqual(['1']);
    const doubtful = identifySpeakers([known('1', ['id:q1'], 'Kim')], [told('id:q1', 'Maria')]);
    expect([[...doubtful.who.values()], doubtful.questions.length]).toEqual([[null], 1]);
  });

  it('is another person than a namesake with another id, and that is noted', () => {
    const swapped = identifySpeakers([known('1', ['id:q1'], 'Kim')], [told('id:q2', 'Kim')]);
    expect([[...swapped.who.values()], swapped.questions, swapped.namesakes]).toEqual([[null], [], ['Kim']]);
  });

  it('is nobody whose name looks like its id', () => {
    expect(whoOf([known('1', ['name:kim'], 'Kim')], [told('id:name:kim', 'Maria')])).toEqual([null]);
  });

  it('is asked about where the file had no ids before', () => {
    const { questions } = identifySpeakers([known('1', ['name:kim'], 'Kim')], [told('id:q1', 'Kim')]);
    expect(questions).toMatchObject([{ key: 'id:q1', known: { id: '1', person: 'Kim' } }]);
  });
});

describe('a speaker without an id', () => {
  const lee = known('1', ['name:lee wei'], 'Lee Wei', 'Lee Wei of ACME');

  it('stays who they are through a new spelling that says the same', () => {
    const { who, questions, respelt } = identifySpeakers([lee], [told('name:lee wei, phd', 'Lee Wei, PhD')]);
    expect([...who.values()]).toEqual(['1']);
    expect([questions, respelt]).toEqual([[], [{ told: 'Lee Wei, PhD', known: 'Lee Wei' }]]);
  });

  it('is asked about where only people can tell, once', () => {
    const next = [told('name:lee wei ming', 'Lee Wei Ming')];
    expect(identifySpeakers([lee], next).questions).toHaveLength(1);
    expect(whoOf([lee], next)).toEqual([null]);
    expect(whoOf([lee], next, [{ key: 'name:lee wei ming', speaker: '1' }])).toEqual(['1']);
    expect(whoOf([lee], next, [{ key: 'name:lee wei ming', speaker: null }])).toEqual([null]);
    const answered = { ...lee, keys: [...lee.keys, 'name:lee wei ming'] };
    expect(identifySpeakers([answered], next).questions).toEqual([]);
    expect(whoOf([answered], next)).toEqual(['1']);
  });

  it('is not taken for somebody whom the file still names, nor for one of two', () => {
    const both = [told('name:lee wei', 'Lee Wei'), told('name:lee wei, phd', 'Lee Wei, PhD')];
    expect(whoOf([lee], both)).toEqual(['1', null]);
    const twins = [told('name:dr lee wei', 'Dr Lee Wei'), told('name:lee wei, phd', 'Lee Wei, PhD')];
    expect(identifySpeakers([lee], twins).questions).toHaveLength(2);
  });

  it('whom nobody has linked is new under a new name', () => {
    const unlinked = { ...lee, person: null };
    expect(identifySpeakers([unlinked], [told('name:wei lee', 'Wei Lee')])).toMatchObject({
      questions: [],
      respelt: [],
    });
  });
});

describe('somebody new in a session from which a linked speaker is gone', () => {
  const kim = known('1', ['name:kim minjun'], 'Kim Minjun', 'Kim of the ministry');
  const together = (key: string, id: string) => key !== 'name:elsewhere' && id === '1';
  const asked = (tolds: ToldSpeaker[], of = [kim]) =>
    identifySpeakers(of, tolds, [], together).questions.map(({ key }) => key);
  const inHangul = told('name:김민준', '김민준');

  it('is asked about, in whatever script, and an answer settles it', () => {
    expect(asked([inHangul])).toEqual([inHangul.key]);
    expect(whoOf([kim], [inHangul], [], together)).toEqual([null]);
    const answer = (speaker: string | null) => [{ key: inHangul.key, speaker }];
    expect(whoOf([kim], [inHangul], answer('1'), together)).toEqual(['1']);
    const other = identifySpeakers([kim], [inHangul], answer(null), together);
    expect([[...other.who.values()], other.questions]).toEqual([[null], []]);
  });

  it('is not asked about in another session, beside the speaker, or in place of somebody who is not linked', () => {
    expect(asked([told('name:elsewhere', '김민준')])).toEqual([]);
    expect(asked([inHangul, told('name:kim minjun', 'Kim Minjun')])).toEqual([]);
    expect(asked([inHangul], [{ ...kim, person: null }])).toEqual([]);
    expect(asked([inHangul], [{ ...kim, keys: [] }])).toEqual([]);
  });

  it('is not asked about where another name of the file is the speaker’s, clearly or in doubt', () => {
    expect(asked([inHangul, told('name:dr kim minjun', 'Dr Kim Minjun')])).toEqual([]);
    expect(asked([inHangul, told('name:kim minjung', 'Kim Minjung')])).toEqual(['name:kim minjung']);
  });

  it('is another person where both have ids of the file', () => {
    const withId = { ...kim, keys: ['id:q1'] };
    expect(asked([told('id:q2', '김민준')], [withId])).toEqual([]);
    expect(asked([told('id:q2', '김민준')])).toEqual(['id:q2']);
  });
});

describe('rights', () => {
  const name = fc.constantFrom('Kim Minjun', 'Minjun Kim', 'Dr Kim Minjun', 'Kim', 'Lee Wei', 'Maria');
  const key = fc.constantFrom('id:1', 'id:2', 'name:a', 'name:b');
  const knowns = fc
    .uniqueArray(fc.record({ key, name }), { selector: (one) => one.key })
    .map((all) => all.map((one, at) => known(String(at), [one.key], one.name)));
  const tolds = fc
    .uniqueArray(fc.record({ key, name }), { selector: (one) => one.key })
    .map((all) => all.map((one) => told(one.key, one.name)));

  it('go to nobody by an unanswered question, and to nobody with another own id', () => {
    fc.assert(
      fc.property(knowns, tolds, (before, now) => {
        const { who, questions } = identifySpeakers(before, now, [], () => true);
        const byId = new Map(before.map((one) => [one.id, one]));
        for (const { key: asked } of questions) expect(who.get(asked)).toBeNull();
        for (const [one, id] of who) {
          const keys = byId.get(id ?? '')?.keys ?? [one];
          if (one.startsWith('id:')) expect(keys).toEqual([one]);
        }
        const taken = [...who.values()].filter((id) => id !== null);
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });

  it('wait for every answer', () => {
    const { questions } = identifySpeakers([known('1', ['name:kim'], 'Kim')], [told('id:q1', 'Kim')]);
    expect(() => requireSpeakersKnown(questions)).toThrow(
      expect.objectContaining({ code: 'programme.speakers_unsure' }),
    );
    expect(() => requireSpeakersKnown([])).not.toThrow();
  });
});
