import type { Speaking } from '@forum/domain/programme/difference';
import {
  identifySpeakers,
  type IdentifiedSpeakers,
  type KnownSpeaker,
  type SharesSession,
  type SpeakerAnswer,
  type ToldSpeaker,
} from '@forum/domain/programme/speaker-identity';
import { randomUUID } from 'node:crypto';

/** A speaker as an import writes them; one who is new gets this id. */
export interface WrittenSpeaker extends Pick<Speaking, 'name' | 'organisation'> {
  id: string;
  isNew: boolean;
}

/** The speakers of a file as the forum knows them from then on. */
export interface ToldSpeakers {
  identified: IdentifiedSpeakers;
  /** By the key of the file: who speaks, under one name in the whole programme. */
  speaking: ReadonlyMap<string, Speaking>;
  /** By the id that {@link speaking} names. */
  written: ReadonlyMap<string, WrittenSpeaker>;
}

/** Who the speakers of a file are, and what they are called: as the file says, with what it leaves out from before. */
export function toldSpeakers(
  known: readonly KnownSpeaker[],
  told: readonly ToldSpeaker[],
  answers: readonly SpeakerAnswer[],
  sharesSession: SharesSession,
): ToldSpeakers {
  const identified = identifySpeakers(known, told, answers, sharesSession);
  const byId = new Map(known.map((speaker) => [speaker.id, speaker]));
  const speaking = new Map<string, Speaking>();
  const written = new Map<string, WrittenSpeaker>();
  for (const { key, name, organisation } of told) {
    const known = byId.get(identified.who.get(key) ?? '');
    const id = known?.id ?? randomUUID();
    const one = written.get(id) ?? {
      id,
      isNew: !known,
      name,
      organisation: organisation ?? known?.organisation ?? null,
    };
    written.set(id, one);
    speaking.set(key, { who: id, name: one.name, organisation: one.organisation });
  }
  return { identified, speaking, written };
}
