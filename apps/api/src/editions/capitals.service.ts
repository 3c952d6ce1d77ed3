import { Injectable } from '@nestjs/common';
import type { addCapital, Capital, editCapital } from '@forum/contract/editions/capitals';
import type { RouteInput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { fold } from '@forum/domain/text/fold';
import { canonicalZone } from '@forum/domain/time/zoned';
import {
  Database,
  type Transaction,
  violatedConstraint,
  type WriteTransaction,
} from '../database/database.ts';
import { refuseField } from '../http/refuse-field.ts';
import type { Viewer } from '../http/viewer.ts';
import { Changes } from '../live/changes.ts';
import { EditionsRepository } from './editions.repository.ts';
import { CapitalEntity } from './entities/capital.entity.ts';
import { EditionEntity } from './entities/edition.entity.ts';
import { requireVersion } from '../http/require-version.ts';

const longestSlug = 50;

/** The capitals that host or may host. */
@Injectable()
export class CapitalsService {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionsRepository,
    private readonly changes: Changes,
  ) {}

  list(): Promise<Capital[]> {
    return this.editions.capitals(this.database.reader);
  }

  async add(viewer: Viewer, capital: RouteInput<typeof addCapital>['body']): Promise<Capital> {
    const zone = canonicalZone(capital.zone);
    const slug = slugOf(capital);
    return this.#write(capital.name, async (transaction) => {
      const { name, names, country, region, accent, willing } = capital;
      const row = transaction.manager.create(CapitalEntity, {
        slug,
        name,
        names,
        country,
        zone,
        region,
        accent,
        willing,
      });
      await transaction.manager.insert(CapitalEntity, row);
      return this.#tell(transaction, viewer, row.id, null);
    });
  }

  /** Corrects a capital. Its address follows its name until an edition bears it; an edition that began to fill keeps zone and country. */
  async edit(viewer: Viewer, id: string, change: RouteInput<typeof editCapital>['body']): Promise<Capital> {
    return this.#write(change.name, async (transaction) => {
      const before = await this.#lock(transaction, id);
      requireVersion({ thing: 'The capital', current: before.version, seen: change.version });
      const after = corrected(before, change);
      if (after.zone !== before.zone || after.country !== before.country) {
        await requireUnfilled(transaction, before);
        await transaction.manager.update(EditionEntity, { capitalId: id }, { zone: after.zone });
      }
      await this.#store(transaction, before, after);
      return this.#tell(transaction, viewer, id, before);
    });
  }

  /** Removes a capital that was never more than named. */
  async remove(viewer: Viewer, id: string): Promise<void> {
    await this.database.write(async (transaction) => {
      const before = await this.#lock(transaction, id);
      const uses = await transaction.query<{ what: string }>(
        `select slug as what from edition where capital_id = $1
         union all select 'host of ' || year from rotation_choice where capital_id = $1 order by what limit 20`,
        [id],
      );
      if (uses.length > 0) {
        throw inUse(
          before,
          uses.map(({ what }) => what),
          'say that it is not willing instead, or take back the choice by hand',
        );
      }
      await transaction.manager.delete(CapitalEntity, { id });
      await this.#record(transaction, viewer, { before, after: null });
    });
  }

  /** The capital, which no edition and no choice can come to depend on before this transaction ends. */
  async #lock(transaction: WriteTransaction, id: string): Promise<Capital> {
    await transaction.manager.findOne(CapitalEntity, {
      select: { id: true },
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    const [capital] = await this.editions.capitals(transaction, id);
    if (!capital) throw new DomainError('not_found', { capital: id }, 'There is no such capital.');
    return capital;
  }

  /** Its address follows its name until an edition bears it. The entity's version rises with each update. */
  async #store({ manager }: WriteTransaction, before: Capital, after: Capital): Promise<void> {
    const { id, version } = before;
    const { name, names, country, zone, region, accent, willing } = after;
    const keepsSlug = name === before.name || (await manager.existsBy(EditionEntity, { capitalId: id }));
    await manager.update(
      CapitalEntity,
      { id, version },
      {
        name,
        names,
        country,
        zone,
        region,
        accent,
        willing,
        slug: keepsSlug ? before.slug : slugOf(after),
      },
    );
  }

  async #write<Result>(
    name: string | undefined,
    work: (transaction: WriteTransaction) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await this.database.write(work);
    } catch (error) {
      if (violatedConstraint(error) !== 'capital_slug_once') throw error;
      throw refuseField('body.name', name, 'is the name of another capital; name it otherwise');
    }
  }

  async #tell(
    transaction: Transaction,
    viewer: Viewer,
    id: string,
    before: Capital | null,
  ): Promise<Capital> {
    const [after] = await this.editions.capitals(transaction, id);
    if (!after) throw new Error('a capital was not stored');
    await this.#record(transaction, viewer, { before, after });
    return after;
  }

  /** The ring hangs on the capitals, and it is shown beside the current edition. */
  async #record(transaction: Transaction, viewer: Viewer, detail: unknown): Promise<void> {
    const current = await this.editions.current(transaction);
    if (!current) return;
    await this.changes.record(transaction, viewer, {
      editionId: current.id,
      streams: ['public'],
      type: 'edition.changed',
      entityId: current.id,
      version: current.version,
      detail,
    });
  }
}

/** Refuses to change where and by whose law an edition takes place once times or people depend on it. */
async function requireUnfilled(transaction: Transaction, capital: Capital): Promise<void> {
  const filled = await transaction.query<{ slug: string }>(
    `select slug from edition e where capital_id = $1
       and (phase <> 'planned' or exists (select from session s where s.edition_id = e.id) or exists (select from hall h where h.edition_id = e.id))
     order by slug limit 20`,
    [capital.id],
  );
  if (filled.length === 0) return;
  throw inUse(
    capital,
    filled.map(({ slug }) => slug),
    'its country and time zone stay as they are',
  );
}

const inUse = (capital: Capital, by: readonly string[], remedy: string) =>
  new DomainError(
    'capital.in_use',
    { capital: capital.name, by: by.join(', ') },
    `${capital.name} is used by ${by.join(', ')}; ${remedy}.`,
  );

/** The part of an address that a name becomes; its country's code when it has no Latin letters. */
const slugOf = ({ name, country }: Pick<Capital, 'name' | 'country'>) =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '') || country.toLowerCase();

/** A capital with what a correction says of it. */
const corrected = (before: Capital, change: RouteInput<typeof editCapital>['body']): Capital => ({
  ...before,
  name: change.name ?? before.name,
  names: change.names ?? before.names,
  country: change.country ?? before.country,
  zone: change.zone === undefined ? before.zone : canonicalZone(change.zone),
  region: change.region ?? before.region,
  accent: change.accent ?? before.accent,
  willing: change.willing ?? before.willing,
});
