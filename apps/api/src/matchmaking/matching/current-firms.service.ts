import { Injectable } from '@nestjs/common';
import { type MeetingRule, pairFilter } from '@forum/domain/matchmaking/who-may-meet';
import { Database } from '../../database/database.ts';
import { CapabilitiesService } from '../capabilities/capabilities.service.ts';
import { NoMeetsRepository } from '../no-meets/no-meets.repository.ts';
import { type MarketFirm, marketFirms } from './edition-market.ts';
import { MarketRepository } from './market.repository.ts';

/** Some firms of an edition as they are now, whatever they were when it was matched. */
export interface CurrentFirms {
  /** Null for one that the edition does not list (any more). */
  firmOf: (firmId: string) => MarketFirm | null;
  /** Whether the firm that is asked about and another may meet. */
  mayMeet: (other: string) => boolean;
}

/** Reads what decides who may be shown, at the moment in which it is shown. */
@Injectable()
export class CurrentFirmsOfService {
  constructor(
    private readonly database: Database,
    private readonly markets: MarketRepository,
    private readonly capabilities: CapabilitiesService,
    private readonly noMeets: NoMeetsRepository,
  ) {}

  async read(
    editionId: string,
    firmId: string,
    { others, rules }: { others: readonly string[]; rules: readonly MeetingRule[] },
  ): Promise<CurrentFirms> {
    const { reader } = this.database;
    const rows = await this.markets.firms(reader, editionId, [firmId, ...others]);
    const taxonomy = await this.capabilities.taxonomy(reader, editionId);
    const barred = await this.noMeets.partnersOf(reader, editionId, firmId);
    const { firms, parties } = marketFirms(rows, taxonomy);
    const byId = new Map(firms.map((firm, place) => [firm.id, { firm, place }]));
    const noMeets = [...barred].map((other) => ({ firms: [firmId, other] as const, reason: '' }));
    const meet = pairFilter(parties, { rules, noMeets })(firms.map(({ id }) => id));
    const placeOf = (id: string) => byId.get(id)?.place ?? -1;
    return {
      firmOf: (id) => byId.get(id)?.firm ?? null,
      mayMeet: (other) => meet(placeOf(firmId), placeOf(other)),
    };
  }
}
