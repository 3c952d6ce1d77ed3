import { Module } from '@nestjs/common';
import { MeetingsModule } from '../meetings/meetings.module.ts';
import { OutcomesModule } from '../outcomes/outcomes.module.ts';
import { Capabilities } from './capabilities/capabilities.service.ts';
import { CalendarsRepository } from './matching/calendars.repository.ts';
import { MatchesController } from './matching/matches.controller.ts';
import { CurrentFirmsOf } from './matching/current-firms.service.ts';
import { CurrentSuggestions } from './matching/current-suggestions.service.ts';
import { Matcher } from './matching/matcher.service.ts';
import { Matches } from './matching/matches.service.ts';
import { Matchings } from './matching/matchings.service.ts';
import { MarketRepository } from './matching/market.repository.ts';
import { MatchmakingChanges } from './matchmaking-changes.ts';
import { NoMeetsRepository } from './no-meets/no-meets.repository.ts';
import { NoMeets } from './no-meets/no-meets.service.ts';
import { ProfilesController } from './profiles/profiles.controller.ts';
import { ProfilesRepository } from './profiles/profiles.repository.ts';
import { Profiles } from './profiles/profiles.service.ts';
import { ReadinessRepository } from './readiness/readiness.repository.ts';
import { Readiness } from './readiness/readiness.service.ts';
import { WishReminders } from './readiness/wish-reminders.ts';
import { MatchSettingsController } from './settings/match-settings.controller.ts';
import { MatchSettingsRepository } from './settings/match-settings.repository.ts';
import { MatchSettingsOfEditions } from './settings/match-settings.service.ts';
import { WishesController } from './wishes/wishes.controller.ts';
import { PreferredTimesOfFirms } from './wishes/preferred-times.service.ts';
import { WishesRepository } from './wishes/wishes.repository.ts';
import { Wishes } from './wishes/wishes.service.ts';

@Module({
  imports: [MeetingsModule, OutcomesModule],
  controllers: [ProfilesController, MatchesController, WishesController, MatchSettingsController],
  providers: [
    CalendarsRepository,
    Capabilities,
    CurrentFirmsOf,
    CurrentSuggestions,
    MarketRepository,
    Matcher,
    Matches,
    Matchings,
    MatchmakingChanges,
    MatchSettingsOfEditions,
    MatchSettingsRepository,
    NoMeets,
    NoMeetsRepository,
    PreferredTimesOfFirms,
    Profiles,
    ProfilesRepository,
    Readiness,
    ReadinessRepository,
    Wishes,
    WishesRepository,
    WishReminders,
  ],
  exports: [Capabilities, Matchings, MatchSettingsRepository, NoMeetsRepository, WishesRepository],
})
export class MatchmakingModule {}
