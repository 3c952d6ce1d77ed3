import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.ts';
import { CalendarRepository } from './calendar.repository.ts';
import { Calendars } from './calendars.service.ts';
import { Feeds } from './feeds.service.ts';

@Module({ controllers: [CalendarController], providers: [CalendarRepository, Calendars, Feeds] })
export class CalendarModule {}
