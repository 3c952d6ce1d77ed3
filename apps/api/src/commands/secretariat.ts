import { type Command } from './command.ts';

/** Makes somebody a member of the secretariat: the first of a new forum cannot be made by another. */
export const secretariat: Command = {
  usage: 'secretariat <mail>',
  summary: 'make the person with this mail address a member of the secretariat',
  run: async ({ database, print }, [mail]) => {
    if (!mail?.includes('@')) {
      print('Name a mail address.');
      return 2;
    }
    const folded = mail.toLowerCase();
    await database.rows(
      `insert into person (mail, display_name, sort_key, secretariat) values ($1, $2, $2, true)
       on conflict (mail) do update set secretariat = true`,
      [folded, folded.slice(0, folded.indexOf('@'))],
    );
    print(`${folded} belongs to the secretariat and signs in by mail as everybody does.`);
    return 0;
  },
};
