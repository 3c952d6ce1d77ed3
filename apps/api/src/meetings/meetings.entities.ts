import { MeetingAttachmentEntity } from './attachments/entities/meeting-attachment.entity.ts';
import { AvailabilityEntity } from './entities/availability.entity.ts';
import { DayMessageEntity } from './entities/day-message.entity.ts';
import { HallEntity } from './entities/hall.entity.ts';
import { HallClosureEntity } from './entities/hall-closure.entity.ts';
import { HallOpeningEntity } from './entities/hall-opening.entity.ts';
import { MeetingEntity } from './entities/meeting.entity.ts';
import { MeetingMoverEntity } from './entities/meeting-mover.entity.ts';
import { MeetingParticipantEntity } from './entities/meeting-participant.entity.ts';
import { MeetingTableEntity } from './entities/meeting-table.entity.ts';
import { ExportOfficerEntity } from './export-control/entities/export-officer.entity.ts';
import { TopicReleaseEntity } from './export-control/entities/topic-release.entity.ts';
import { InterpreterEntity } from './interpreters/entities/interpreter.entity.ts';

export const meetingsEntities = [
  MeetingEntity,
  MeetingParticipantEntity,
  MeetingTableEntity,
  MeetingMoverEntity,
  HallEntity,
  HallClosureEntity,
  HallOpeningEntity,
  AvailabilityEntity,
  DayMessageEntity,
  InterpreterEntity,
  ExportOfficerEntity,
  TopicReleaseEntity,
  MeetingAttachmentEntity,
];
