import { Injectable } from '@nestjs/common';
import type { askForCode } from '@forum/contract/identity/sign-in';
import type { RouteInput, RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { codeLength, codeOf, formatCode } from '@forum/domain/identity/sign-in-code';
import { minutesUntilCode, workBits, workFor } from '@forum/domain/identity/sign-in-work';
import { randomBytes } from 'node:crypto';
import { Limits } from '../budgets/limits.ts';
import { Database, type Transaction, violatedConstraint } from '../database/database.ts';
import { MailFacts } from '../mail/mail-facts.ts';
import { Notices } from '../mail/notices.ts';
import { SecurityEvents } from '../security-events/security-events.ts';
import type { Device } from './device.ts';
import { hashOf, newSecret } from './secrets.ts';
import { SignInPuzzles, type Work } from './sign-in-puzzles.ts';
import { pathOf, validMinutes } from './sign-in.service.ts';
import { lock } from '../database/locks.ts';
import { one } from '../database/one.ts';

const mostOfDevice = 10;
const windowMinutes = 15;

/** Who asks, and how much was asked before. */
interface Asked {
  personId: string | null;
  isOwnDevice: boolean;
  toAddress: number;
  ofDevice: number;
  recently: number;
  waiting: number;
  /** Of new addresses, in ten minutes. */
  newSent: number;
}

/**
 * Mails sign-in codes. The answer is the same for every address, and takes the same steps. What slows a flood is the
 * device's own limit, and work that the browser does; neither keeps anybody else out.
 */
@Injectable()
export class SignInCodesService {
  constructor(
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly events: SecurityEvents,
    private readonly puzzles: SignInPuzzles,
    private readonly limits: Limits,
    facts: MailFacts,
  ) {
    facts.answer('sign-in', async (reader, id) => {
      const open = await reader.query(
        'select from sign_in_challenge where id = $1 and consumed_at is null and expires_at > now()',
        [id],
      );
      return open.length > 0 ? 'holds' : null;
    });
  }

  /** Mails a code and a link to an address, for this device. */
  async send(
    { mail: address, language, work }: RouteInput<typeof askForCode>['body'],
    device: Device,
  ): Promise<RouteOutput<typeof askForCode>> {
    const mail = address.toLowerCase();
    const deviceHash = hashOf(device.secret);
    return this.database
      .write(async (transaction) => {
        await lockAsked(transaction, device, mail);
        const asked = await askedBefore(transaction, mail, deviceHash);
        this.#refuseDevice(asked);
        this.#requireWork(mail, asked, work);
        const code = codeOf(randomBytes(codeLength));
        const secret = newSecret();
        const row = one(
          await transaction.query<{ id: string; expires_at: Date }>(
            `insert into sign_in_challenge (mail, code_hash, link_hash, language, device_hash, puzzle_hash, expires_at)
           values ($1, $2, $3, $4, $5, $6, now() + interval '${validMinutes} minutes') returning id, expires_at`,
            [mail, hashOf(code), hashOf(secret), language, deviceHash, work ? hashOf(work.puzzle) : null],
          ),
        );
        await this.notices.send(transaction, {
          kind: 'sign-in-code',
          facts: { code: formatCode(code), path: pathOf(secret), minutes: validMinutes },
          to: { personId: null, mail, language },
          editionId: null,
          urgency: 'code',
          about: { thing: `sign-in/${row.id}`, version: 1 },
          usefulMinutes: validMinutes,
          isNewAddress: asked.personId === null,
        });
        return {
          challenge: row.id,
          expiresAt: row.expires_at.toISOString(),
          withinMinutes: this.#withinMinutes(asked),
        };
      })
      .catch((error: unknown) => {
        // What was solved once is used up; how much the next has to be worth is found out when it comes.
        const isUsed = violatedConstraint(error) === 'sign_in_challenge_puzzle_once';
        throw isUsed ? this.#workNeeded(mail, workBits.least) : error;
      });
  }

  /** Told to everybody alike: while new addresses wait for their budget, as long as a code of theirs may take. */
  #withinMinutes({ waiting, newSent }: Asked): number {
    return minutesUntilCode(newSent + waiting >= this.limits.newAddressMails ? Infinity : waiting);
  }

  #refuseDevice({ ofDevice, personId }: Asked): void {
    if (ofDevice < mostOfDevice) return;
    this.events.note(null, { kind: 'sign-in.refused', what: 'too many codes', subjectId: personId });
    throw new DomainError(
      'auth.too_many_codes',
      { retryAfter: windowMinutes * 60 },
      `This device asked for ${mostOfDevice} codes in ${windowMinutes} minutes. Use the newest, or wait a while.`,
    );
  }

  /** A device that the owner of the address has used before has nothing to prove: only its owner's limit holds for it. */
  #requireWork(mail: string, asked: Asked, work: Work | undefined): void {
    const bits = asked.isOwnDevice ? 0 : workFor(asked);
    if (bits === 0 || (work && this.puzzles.worth(mail, work, Date.now()) >= bits)) return;
    throw this.#workNeeded(mail, bits);
  }

  #workNeeded(mail: string, bits: number): DomainError {
    return new DomainError(
      'auth.work_needed',
      { puzzle: this.puzzles.make(mail, bits, Date.now()), bits },
      'Many codes are asked for at the moment. The browser has to solve this puzzle and ask again with the solution.',
    );
  }
}

/** Whoever asks for the same address, or by the same device, is counted one after the other. */
async function lockAsked(transaction: Transaction, device: Device, mail: string): Promise<void> {
  for (const key of [`device:${device.secret}`, `mail:${mail}`]) await lock(transaction, 'signInCodes', key);
}

async function askedBefore(transaction: Transaction, mail: string, deviceHash: Buffer): Promise<Asked> {
  const asked = one(
    await transaction.query<Asked>(
      `with owner as (select id from person where mail = $1),
       own_device as (select device_hash from known_device where person_id = (select id from owner))
     select (select id from owner) as "personId",
       exists (select from own_device where device_hash = $2) as "isOwnDevice",
       (select count(*)::int from sign_in_challenge where mail = $1 and device_hash is not null
          and created_at > now() - interval '${windowMinutes} minutes'
          and device_hash not in (select device_hash from own_device)) as "toAddress",
       (select count(*)::int from sign_in_challenge where device_hash = $2
          and created_at > now() - interval '${windowMinutes} minutes') as "ofDevice",
       (select count(*)::int from sign_in_challenge where created_at > now() - interval '10 minutes') as recently,
       (select count(*)::int from mail where urgency = 'code' and sent_at is null and given_up_at is null
          and overtaken_at is null) as waiting,
       (select count(*)::int from mail where new_address and sent_at > now() - interval '10 minutes') as "newSent"`,
      [mail, deviceHash],
    ),
  );
  return asked;
}
