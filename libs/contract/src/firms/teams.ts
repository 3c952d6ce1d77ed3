import { z } from 'zod';
import { profile } from '../delegations/people.ts';
import { route } from '../route.ts';
import { filledLine, id } from '../scalars.ts';
import { inFirm } from './in-firm.ts';

export const team = z.strictObject({
  id,
  name: z.string(),
  /** What it can talk about, by code; none means anything. */
  capabilities: z.array(z.string()),
  members: z.array(profile),
});
export type Team = z.infer<typeof team>;

/** All representatives of one’s own firm, found or not, for forming teams. */
export const listColleagues = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/representatives',
  action: 'firm.edit',
  summary: 'The representatives of one’s own firm',
  params: inFirm,
  response: z.array(profile),
});

export const setTeams = route({
  method: 'PUT',
  path: '/editions/:edition/firms/:firm/teams',
  action: 'firm.edit',
  summary: 'Form the teams that the firm sends to meetings; at least one, each with at least one member',
  params: inFirm,
  body: z.strictObject({
    teams: z
      .array(
        z.strictObject({
          id: id.nullable(),
          name: filledLine(80),
          /** Among those of the firm's profile. */
          capabilities: z.array(filledLine(60)).max(40).default([]),
          members: z.array(id).min(1).max(20),
        }),
      )
      .min(1)
      .max(20),
  }),
  response: z.array(team),
});
