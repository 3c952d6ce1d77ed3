import { queryOf } from '@forum/client/query';
import { readFirm } from '@forum/contract/firms/firms';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownSide } from './meeting-view.ts';

/** Whom the reader's team can send, and whom it sends as things stand. */
export function useOwnPeople(meeting: Meeting) {
  const { edition } = useEdition();
  const standing = useStanding();
  const own = ownSide(meeting);
  const firm = useQuery(queryOf(readFirm, { params: { edition: edition.slug, firm: own.firmId } })).data;
  const members = firm?.teams.find((team) => team.id === own.teamId)?.members ?? [];
  const named = own.people.map((person) => person.delegateId);
  const usual = named.length > 0 ? named : standing?.delegateId ? [standing.delegateId] : [];
  const [chosen, choose] = useState<string[] | null>(null);
  return { members, people: chosen ?? usual, choose };
}
