import { Erasure } from '../erasure/erase-person.ts';
import type { Command } from './command.ts';

/** Erases who asks for it; what cannot be erased by itself is listed, so that somebody can. */
export const erasePerson: Command = {
  usage: 'erase-person <mail>',
  summary: 'erase the person with this mail address from the whole forum; the audit holds without them',
  run: async ({ app, print }, [mail, ...more]) => {
    if (!mail?.includes('@') || more.length > 0) {
      print(`Name one mail address: ${erasePerson.usage}`);
      return 2;
    }
    const { documents, messages, places } = await app
      .get(Erasure, { strict: false })
      .erase(mail.toLowerCase());
    print(`${mail} is erased.`);
    if (documents + messages > 0) {
      print(`Their own words in meetings are removed: documents ${documents}, messages ${messages}.`);
    }
    for (const { table, column, rows } of places) {
      print(`Others have written the name or address in ${table}.${column} (${rows}); mend it by hand.`);
    }
    return 0;
  },
};
