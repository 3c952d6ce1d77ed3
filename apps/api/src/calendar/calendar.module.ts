import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.ts';
import { CalendarRepository } from './calendar.repository.ts';
import { CalendarsService } from './calendars.service.ts';
import { FeedsService } from './feeds.service.ts';

@Module({
  controllers: [CalendarController],
  providers: [CalendarRepository, CalendarsService, FeedsService],
})
export class CalendarModule {}
