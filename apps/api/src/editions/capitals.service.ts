import { Injectable } from '@nestjs/common';
import { type addCapital, type Capital, type editCapital } from '@forum/contract/editions';
import { type RouteInput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { fold } from '@forum/domain/text/fold';
import { canonicalZone } from '@forum/domain/time/zoned';
import { Database, type Transaction, violatedConstraint } from '../database/database.ts';
import { refuseField } from '../http/refuse-field.ts';
import { type Viewer } from '../http/viewer.ts';
import { Changes } from '../live/changes.ts';
import { EditionsRepository } from './editions.repository.ts';

const longestSlug = 50;

/** The capitals that host or may host. */
@Injectable()
export class Capitals {
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
    const slug = slugOf(capital.name) || capital.country.toLowerCase();
    try {
      return await this.database.write(async (transaction) => {
        const [row] = await transaction.query<{ id: string }>(
          `insert into capital (slug, name, country, zone, region, accent, willing)
           values ($1, $2, $3, $4, $5, $6, $7) returning id`,
          [slug, capital.name, capital.country, zone, capital.region, capital.accent, capital.willing],
        );
        return this.#tell(transaction, viewer, row?.id ?? '');
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'capital_slug_once') throw error;
      throw refuseField(
        'body.name',
        capital.name,
        `there is a capital with the address ${slug} already; name it otherwise`,
      );
    }
  }

  edit(viewer: Viewer, id: string, change: RouteInput<typeof editCapital>['body']): Promise<Capital> {
    return this.database.write(async (transaction) => {
      const [before] = await transaction.query<{ version: number }>(
        'select version from capital where id = $1 for update',
        [id],
      );
      if (!before) throw new DomainError('not_found', { capital: id }, 'There is no such capital.');
      if (before.version !== change.version) {
        throw new DomainError(
          'version.stale',
          { current: before.version },
          `The capital was changed meanwhile (version ${before.version}). Look at it again.`,
        );
      }
      await transaction.query('update capital set willing = $2, version = version + 1 where id = $1', [
        id,
        change.willing,
      ]);
      return this.#tell(transaction, viewer, id);
    });
  }

  /** The ring hangs on the capitals, and it is shown beside the current edition. */
  async #tell(transaction: Transaction, viewer: Viewer, id: string): Promise<Capital> {
    const [capital] = await this.editions.capitals(transaction, id);
    if (!capital) throw new Error('a capital was not stored');
    const current = await this.editions.current(transaction);
    if (current) {
      await this.changes.record(transaction, viewer, {
        editionId: current.id,
        streams: ['public'],
        type: 'edition.changed',
        entityId: current.id,
        version: current.version,
        detail: { after: { capital: capital.slug, willing: capital.willing } },
      });
    }
    return capital;
  }
}

/** The part of an address that a name becomes; empty when it has no Latin letters. */
const slugOf = (name: string) =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '');
