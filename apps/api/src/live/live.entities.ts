import { ChangeEntity } from './entities/change.entity.ts';
import { JournalEntity } from './entities/journal.entity.ts';
import { JournalDetailEntity } from './entities/journal-detail.entity.ts';
import { JournalStreamEntity } from './entities/journal-stream.entity.ts';
import { StreamHeadEntity } from './entities/stream-head.entity.ts';

export const liveEntities = [
  ChangeEntity,
  JournalEntity,
  JournalDetailEntity,
  JournalStreamEntity,
  StreamHeadEntity,
];
