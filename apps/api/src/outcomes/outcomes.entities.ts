import { MeetingReportEntity } from './entities/meeting-report.entity.ts';
import { OutcomeEventEntity } from './entities/outcome-event.entity.ts';
import { OutcomeMatterEntity } from './entities/outcome-matter.entity.ts';

export const outcomesEntities = [MeetingReportEntity, OutcomeEventEntity, OutcomeMatterEntity];
