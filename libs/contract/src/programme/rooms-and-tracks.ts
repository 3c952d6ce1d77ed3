import { longestPlace } from '@forum/domain/programme/session-limits';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { filledLine, id } from '../scalars.ts';
import { room, track } from './session.ts';

export const listRoomsAndTracks = route({
  method: 'GET',
  path: '/editions/:edition/rooms-and-tracks',
  action: 'programme.edit',
  summary:
    'Every room and track, those too that no session uses; the programme names only those of the sessions in it',
  params: inEdition,
  response: z.strictObject({ rooms: z.array(room), tracks: z.array(track) }),
});

export const addRoom = route({
  method: 'POST',
  path: '/editions/:edition/rooms',
  action: 'programme.edit',
  summary: 'Add a room',
  params: inEdition,
  body: z.strictObject({ name: filledLine(longestPlace) }),
  response: room,
});

export const renameRoom = route({
  method: 'PATCH',
  path: '/editions/:edition/rooms/:room',
  action: 'programme.edit',
  summary: 'Give a room another name; its sessions stay in it',
  params: inEdition.extend({ room: id }),
  body: z.strictObject({ name: filledLine(longestPlace) }),
  response: room,
});

export const addTrack = route({
  method: 'POST',
  path: '/editions/:edition/tracks',
  action: 'programme.edit',
  summary: 'Add a track, which sessions can then belong to',
  params: inEdition,
  body: z.strictObject({ name: filledLine(longestPlace) }),
  response: track,
});
