import { DomainError } from '../errors.ts';
import { likenessOf, type NameLikeness, nameWords } from './speaker-names.ts';

/** A speaker of the programme. */
export interface KnownSpeaker {
  readonly id: string;
  /** What files have called them: `id:…` in files with ids, `name:…` in files without. */
  readonly keys: readonly string[];
  readonly name: string;
  readonly organisation: string | null;
  /** The name of the person that the secretariat says they are; null where it has not said. */
  readonly person: string | null;
}

/** A speaker as a file tells them. */
export interface ToldSpeaker {
  readonly key: string;
  readonly name: string;
  readonly organisation: string | null;
}

/** What only the secretariat can tell: whether a speaker of the file is one whom it has said who they are. */
export interface SpeakerQuestion {
  readonly key: string;
  readonly told: Pick<ToldSpeaker, 'name' | 'organisation'>;
  readonly known: Pick<KnownSpeaker, 'id' | 'name' | 'person'>;
}

/** Its answer: the speaker that somebody of the file is, or null for another person. */
export interface SpeakerAnswer {
  readonly key: string;
  readonly speaker: string | null;
}

/** Whether the file names a speaker in a session in which a known one has spoken until now. */
export type SharesSession = (key: string, known: string) => boolean;

/** Who the speakers of a file are. */
export interface IdentifiedSpeakers {
  /** By key, the id of a known speaker, or null for one who is new. */
  readonly who: ReadonlyMap<string, string | null>;
  /** What is still to be answered; until then, each is taken for another person, who has no rights. */
  readonly questions: readonly SpeakerQuestion[];
  /** Known by a new spelling, without a doubt. */
  readonly respelt: readonly { readonly told: string; readonly known: string }[];
  /** New, though somebody of that name is known, who has another id. */
  readonly namesakes: readonly string[];
}

const hasOwnId = (key: string): boolean => key.startsWith('id:');

/**
 * Who the speakers of a file are. A speaker is who the file's own id says; a namesake with another id is another person.
 * Without an id it is the name, as far as the secretariat has said who that is. Who is linked to a person keeps the link
 * through a new spelling that says the same; where only people can tell, it is asked, and one answer holds for all later
 * files, because the speaker is known by that key then. Names of two scripts are never alike: so it is asked as well where
 * somebody new stands in a session from which a linked speaker is gone, whom no name of the file is like.
 */
export function identifySpeakers(
  known: readonly KnownSpeaker[],
  told: readonly ToldSpeaker[],
  answers: readonly SpeakerAnswer[] = [],
  sharesSession: SharesSession = () => false,
): IdentifiedSpeakers {
  const isTold = new Set(told.map(({ key }) => key));
  const linked = known.filter(({ person, keys }) => person !== null && keys.length > 0).map(withWords);
  const named = told.map(withWords);
  const look: Look = {
    byKey: new Map(known.flatMap((speaker) => speaker.keys.map((key) => [key, withWords(speaker)]))),
    // Whoever the file still names by a key that is known is no candidate for another key.
    missing: linked.filter(({ keys }) => !keys.some((key) => isTold.has(key))),
    spellings: countOf(named.map(({ words }) => words.join(' '))),
  };
  const answered = new Map(answers.map(({ key, speaker }) => [key, speaker]));
  const byName = named.map((speaker) => ({ speaker, ...lookUp(speaker, look) }));
  const alike = new Set(byName.flatMap(({ known: one, doubt }) => [one, ...doubt].map((each) => each?.id)));
  const gone = look.missing.filter(({ id }) => !alike.has(id));
  const found = byName.map((one) => {
    if (one.known || one.doubt.length > 0) return one;
    const { speaker } = one;
    return {
      ...one,
      doubt: gone.filter((before) => mayBe(before, speaker) && sharesSession(speaker.key, before.id)),
    };
  });
  const isOpen = ({ speaker, doubt }: (typeof found)[number]) =>
    doubt.length > 0 && !answered.has(speaker.key);
  return {
    who: new Map(
      found.map(({ speaker, known: one, doubt }) => {
        const agreed = doubt.find(({ id }) => id === answered.get(speaker.key));
        return [speaker.key, (doubt.length > 0 ? agreed : one)?.id ?? null];
      }),
    ),
    questions: found
      .filter(isOpen)
      .flatMap(({ speaker, doubt }) => doubt.map((one) => question(speaker, one))),
    respelt: found.flatMap(({ speaker, known: one, isRespelt }) =>
      isRespelt && one ? [{ told: speaker.name, known: one.name }] : [],
    ),
    namesakes: found
      .filter(({ speaker, known: one, doubt }) => !one && doubt.length === 0 && hasOwnId(speaker.key))
      .filter(({ speaker }) => linked.some((one) => likeness(one, speaker) === 'same'))
      .map(({ speaker }) => speaker.name),
  };
}

type WithWords<Speaker> = Speaker & { readonly words: readonly string[] };

interface Look {
  readonly byKey: ReadonlyMap<string, WithWords<KnownSpeaker>>;
  /** Linked, and not in the file by a key that is known. */
  readonly missing: readonly WithWords<KnownSpeaker>[];
  /** How many speakers of the file have these words for a name. */
  readonly spellings: ReadonlyMap<string, number>;
}

interface LookedUp {
  readonly known: KnownSpeaker | undefined;
  /** Who it might be. */
  readonly doubt: readonly KnownSpeaker[];
  readonly isRespelt: boolean;
}

function lookUp(speaker: WithWords<ToldSpeaker>, { byKey, missing, spellings }: Look): LookedUp {
  const hasId = hasOwnId(speaker.key);
  const known = byKey.get(speaker.key);
  if (known) {
    const isDoubtful = hasId && known.person !== null && likeness(known, speaker) === 'other';
    return { known, doubt: isDoubtful ? [known] : [], isRespelt: false };
  }
  const alike = missing.filter((one) => likeness(one, speaker) !== 'other' && mayBe(one, speaker));
  const [first] = alike;
  const isClear =
    first !== undefined &&
    alike.length === 1 &&
    ![speaker.key, ...first.keys].some(hasOwnId) &&
    likeness(first, speaker) === 'same' &&
    spellings.get(speaker.words.join(' ')) === 1;
  return isClear
    ? { known: first, doubt: [], isRespelt: true }
    : { known: undefined, doubt: alike, isRespelt: false };
}

/** Nobody is another own id of the file. */
const mayBe = ({ keys }: KnownSpeaker, { key }: ToldSpeaker): boolean =>
  !(hasOwnId(key) && keys.some(hasOwnId));

const withWords = <Speaker extends { readonly name: string }>(speaker: Speaker): WithWords<Speaker> => ({
  ...speaker,
  words: nameWords(speaker.name),
});

const likeness = (a: WithWords<unknown>, b: WithWords<unknown>): NameLikeness => likenessOf(a.words, b.words);

function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

const question = ({ key, name, organisation }: ToldSpeaker, known: KnownSpeaker): SpeakerQuestion => ({
  key,
  told: { name, organisation },
  known: { id: known.id, name: known.name, person: known.person },
});

/**
 * Refuses to apply an import while it is open who a speaker is.
 *
 * @throws DomainError `programme.speakers_unsure` with the number of questions
 */
export function requireSpeakersKnown(questions: readonly SpeakerQuestion[]): void {
  if (questions.length === 0) return;
  throw new DomainError(
    'programme.speakers_unsure',
    {
      questions: questions.length,
      speakers: [...new Set(questions.map(({ told }) => told.name))].slice(0, 20),
    },
    `Say first who ${questions
      .map(({ told }) => told.name)
      .slice(0, 3)
      .join(', ')} is: the same person as before, or another.`,
  );
}
