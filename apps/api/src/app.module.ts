import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { AdviceModule } from './advice/advice.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { BudgetsModule } from './budgets/budgets.module.ts';
import { Limits } from './budgets/limits.ts';
import { CalendarModule } from './calendar/calendar.module.ts';
import { Config } from './config.ts';
import { lentDataSource } from './database/data-source.ts';
import { DatabaseUrl } from './database/database-url.ts';
import { Database } from './database/database.ts';
import { DocumentsModule } from './documents/documents.module.ts';
import { DelegationsModule } from './delegations/delegations.module.ts';
import { EditionsModule } from './editions/editions.module.ts';
import { ErasureModule } from './erasure/erasure.module.ts';
import { FirmsModule } from './firms/firms.module.ts';
import { AccessGuard } from './http/access.guard.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { IdentityModule } from './identity/identity.module.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { Jobs } from './jobs/jobs.ts';
import { LiveModule } from './live/live.module.ts';
import { MailModule } from './mail/mail.module.ts';
import { PlanningModule } from './matchmaking/planning/planning.module.ts';
import { MatchmakingModule } from './matchmaking/matchmaking.module.ts';
import { MeetingsModule } from './meetings/meetings.module.ts';
import { Log } from './operations/log.ts';
import { OperationsModule } from './operations/operations.module.ts';
import { OutcomesModule } from './outcomes/outcomes.module.ts';
import { ProgrammeModule } from './programme/programme.module.ts';
import { RemovalsModule } from './removals/removals.module.ts';
import { ReservationsModule } from './reservations/reservations.module.ts';
import { SecurityEventsModule } from './security-events/security-events.module.ts';
import { Losses } from './losses/losses.ts';
import { Threads } from './threads/threads.ts';

/** What the process was started with. */
export interface ServerOptions {
  config: Config;
  log: Logger;
  source: DataSource;
  databaseUrl: DatabaseUrl;
  /** What this node bears, where it differs from the rule. */
  limits?: Partial<Limits> | undefined;
}

/** What every subject may inject. */
@Module({})
class ServerOptionsModule {
  static with({ config, log, databaseUrl, limits }: ServerOptions): DynamicModule {
    return {
      module: ServerOptionsModule,
      global: true,
      providers: [
        { provide: Config, useValue: config },
        { provide: Log, useValue: log },
        { provide: Limits, useValue: Object.assign(new Limits(config.sessionPoints), limits) },
        { provide: DatabaseUrl, useValue: databaseUrl },
        Database,
        Jobs,
        Losses,
        Threads,
      ],
      exports: [Config, Log, Limits, DatabaseUrl, Database, Jobs, Losses, Threads],
    };
  }
}

/** The whole backend: one module a subject, the lowest first. */
@Module({})
export class AppModule {
  static with(options: ServerOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        // Opened before the application, which asks the database whether it may start.
        TypeOrmModule.forRootAsync({
          useFactory: () => options.source.options,
          dataSourceFactory: () => Promise.resolve(lentDataSource(options.source)),
        }),
        ServerOptionsModule.with(options),
        MailModule,
        BudgetsModule,
        SecurityEventsModule,
        IdentityModule,
        LiveModule,
        DocumentsModule,
        ImportsModule,
        ReservationsModule,
        EditionsModule,
        DelegationsModule,
        FirmsModule,
        ProgrammeModule,
        MeetingsModule,
        PlanningModule,
        MatchmakingModule,
        AdviceModule,
        OutcomesModule,
        CalendarModule,
        OperationsModule,
        AuditModule,
        ErasureModule,
        RemovalsModule,
      ],
      providers: [
        AccessGuard,
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
