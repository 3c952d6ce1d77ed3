import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import {
  listWorksheets,
  readWorksheet,
  shareWorksheet,
  type Worksheet,
} from '@forum/contract/advice/worksheets';
import { listFirms } from '@forum/contract/firms/firms';
import { SelectField } from '@forum/ui/forms/field';
import { Icon } from '@forum/ui/icons/icon';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { ProblemNotice } from '@forum/ui/states/notice';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '@forum/ui/lib/use-write';

/** Which firms may see the ratio, and that they see nothing else. */
export function Sharing({ worksheet }: { worksheet: Worksheet }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  const firms = useQuery(queryOf(listFirms, { params: { edition: edition.slug }, query: { limit: 500 } }));
  const share = useWrite(shareWorksheet, readWorksheet, listWorksheets);
  const shared = worksheet.sharedWith.map(({ id }) => id);
  const set = (ids: string[]) =>
    share.mutate({ params: { edition: edition.slug, worksheet: worksheet.id }, body: { firms: ids } });
  const others = (firms.data?.rows ?? []).filter(({ id }) => id !== standing?.firmId && !shared.includes(id));
  return (
    <section className="stack-tight" aria-labelledby="sharing">
      <h2 id="sharing">{t('worksheets.share')}</h2>
      <p className="second">{t('worksheets.share-text')}</p>
      {worksheet.sharedWith.length > 0 ? (
        <ul className="chips" aria-label={t('worksheets.shared-with')}>
          {worksheet.sharedWith.map(({ id, name }) => (
            <li key={id}>
              <button
                className="chip"
                type="button"
                disabled={share.isPending}
                aria-label={t('worksheets.unshare', { firm: name })}
                onClick={() => set(shared.filter((one) => one !== id))}
              >
                {name}
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="note">{t('worksheets.shared-with-nobody')}</p>
      )}
      <SelectField
        label={t('worksheets.share-with')}
        value=""
        disabled={share.isPending || firms.isPending}
        onChange={(event) => set([...shared, event.target.value])}
      >
        <option value="">{t('worksheets.choose-firm')}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {share.error && <ProblemNotice problem={problemIn(share.error)} />}
    </section>
  );
}
