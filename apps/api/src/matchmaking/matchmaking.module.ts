import { Module } from '@nestjs/common';
import { MeetingsModule } from '../meetings/meetings.module.ts';
import { OutcomesModule } from '../outcomes/outcomes.module.ts';
import { CapabilitiesService } from './capabilities/capabilities.service.ts';
import { CalendarsRepository } from './matching/calendars.repository.ts';
import { MatchesController } from './matching/matches.controller.ts';
import { CurrentFirmsOfService } from './matching/current-firms.service.ts';
import { CurrentSuggestionsService } from './matching/current-suggestions.service.ts';
import { MatcherService } from './matching/matcher.service.ts';
import { MatchesService } from './matching/matches.service.ts';
import { MatchingsService } from './matching/matchings.service.ts';
import { MarketRepository } from './matching/market.repository.ts';
import { MatchmakingChanges } from './matchmaking-changes.ts';
import { NoMeetsRepository } from './no-meets/no-meets.repository.ts';
import { NoMeetsService } from './no-meets/no-meets.service.ts';
import { ProfilesController } from './profiles/profiles.controller.ts';
import { ProfilesRepository } from './profiles/profiles.repository.ts';
import { ProfilesService } from './profiles/profiles.service.ts';
import { ReadinessRepository } from './readiness/readiness.repository.ts';
import { ReadinessService } from './readiness/readiness.service.ts';
import { WishReminders } from './readiness/wish-reminders.ts';
import { MatchSettingsController } from './settings/match-settings.controller.ts';
import { MatchSettingsRepository } from './settings/match-settings.repository.ts';
import { MatchSettingsOfEditionsService } from './settings/match-settings.service.ts';
import { WishesController } from './wishes/wishes.controller.ts';
import { PreferredTimesOfFirmsService } from './wishes/preferred-times.service.ts';
import { WishesRepository } from './wishes/wishes.repository.ts';
import { WishesService } from './wishes/wishes.service.ts';

@Module({
  imports: [MeetingsModule, OutcomesModule],
  controllers: [ProfilesController, MatchesController, WishesController, MatchSettingsController],
  providers: [
    CalendarsRepository,
    CapabilitiesService,
    CurrentFirmsOfService,
    CurrentSuggestionsService,
    MarketRepository,
    MatcherService,
    MatchesService,
    MatchingsService,
    MatchmakingChanges,
    MatchSettingsOfEditionsService,
    MatchSettingsRepository,
    NoMeetsService,
    NoMeetsRepository,
    PreferredTimesOfFirmsService,
    ProfilesService,
    ProfilesRepository,
    ReadinessService,
    ReadinessRepository,
    WishesService,
    WishesRepository,
    WishReminders,
  ],
  exports: [
    CapabilitiesService,
    MatchingsService,
    MatchSettingsRepository,
    NoMeetsRepository,
    WishesRepository,
  ],
})
export class MatchmakingModule {}
