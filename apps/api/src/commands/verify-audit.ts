import { verifyChain } from '../audit/verify.ts';
import { type Command } from './command.ts';

/** Checks the journal of one edition, or of all, link by link. */
export const verifyAudit: Command = {
  usage: 'verify-audit [edition]',
  summary: 'check that nobody has changed, removed or put in a link of the audit journal',
  run: async ({ database, config, print }, [slug]) => {
    const editions = await database.rows<{ id: string; slug: string }>(
      'select id, slug from edition where $1::text is null or slug = $1 order by year',
      [slug ?? null],
    );
    if (editions.length === 0) {
      print(`There is no edition ${slug ?? 'yet'}.`);
      return 2;
    }
    let isWhole = true;
    for (const edition of editions) {
      const { links, erased, broken } = await verifyChain(database.reader, edition.id, config.secret);
      isWhole &&= broken === null;
      print(
        broken
          ? `${edition.slug}: broken at ${broken.sequence}: ${broken.why} (${links} links before it hold)`
          : `${edition.slug}: ${links} links hold, ${erased} details were erased`,
      );
    }
    return isWhole ? 0 : 1;
  },
};
