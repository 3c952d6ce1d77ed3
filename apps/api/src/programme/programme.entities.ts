import { RoomEntity } from './entities/room.entity.ts';
import { SessionEntity } from './entities/session.entity.ts';
import { SessionAccessEntity } from './entities/session-access.entity.ts';
import { SessionSpeakerEntity } from './entities/session-speaker.entity.ts';
import { SpeakerEntity } from './entities/speaker.entity.ts';
import { SpeakerKeyEntity } from './entities/speaker-key.entity.ts';
import { StarEntity } from './entities/star.entity.ts';
import { TrackEntity } from './entities/track.entity.ts';

export const programmeEntities = [
  SessionEntity,
  SessionAccessEntity,
  SessionSpeakerEntity,
  SpeakerEntity,
  SpeakerKeyEntity,
  RoomEntity,
  TrackEntity,
  StarEntity,
];
