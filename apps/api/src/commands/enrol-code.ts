import { DomainError } from '@forum/domain/errors';
import { EnrolmentCodesService } from '../identity/factors/enrolment-codes.service.ts';
import { hasFactor } from '../identity/factors/factor-holders.repository.ts';
import { LostFactorsService } from '../identity/factors/lost-factors.service.ts';
import type { Command } from './command.ts';

/** Makes the code for somebody's first second factor where nobody of the host's team could. */
export const enrolCode: Command = {
  usage: 'enrol-code [--lost] <mail>',
  summary:
    'print a code with which the person with this mail address sets up their second factor; give it to them in person or by telephone; with --lost the one that they have is removed first, and they are signed out',
  run: async ({ app, database, print }, args) => {
    const isLost = args.includes('--lost');
    const [given, ...more] = args.filter((arg) => arg !== '--lost');
    if (!given?.includes('@') || more.length > 0) {
      print(`Name one mail address: ${enrolCode.usage}`);
      return 2;
    }
    const mail = given.toLowerCase();
    const codes = app.get(EnrolmentCodesService, { strict: false });
    const lost = app.get(LostFactorsService, { strict: false });
    const { code, expiresAt } = await database.write(async (transaction) => {
      const [person] = await transaction.query<{ id: string; enrolled: boolean }>(
        `select id, ${hasFactor('p.id')} as enrolled from person p where mail = $1 for no key update`,
        [mail],
      );
      if (!person) throw new DomainError('not_found', { mail }, `Nobody has the mail address ${mail}.`);
      if (person.enrolled && !isLost) {
        throw new DomainError(
          'factor.enrolled',
          { mail },
          `${mail} has a second factor already. If it is lost, add --lost: it is removed then.`,
        );
      }
      if (person.enrolled) return lost.confirmByMachine(transaction, person.id);
      return codes.make(transaction, null, person.id);
    });
    print(`${code} sets up the second factor of ${mail}, once, until ${expiresAt}.`);
    print('They sign in by mail, open "Me", then "Sign-in and devices", and type it there.');
    return 0;
  },
};
