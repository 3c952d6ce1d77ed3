import { CalendarFeedEntity } from './entities/calendar-feed.entity.ts';
import { CalendarWithdrawalEntity } from './entities/calendar-withdrawal.entity.ts';

export const calendarEntities = [CalendarFeedEntity, CalendarWithdrawalEntity];
