import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { listWorksheets, readWorksheet, removeWorksheet } from '@forum/contract/advice/worksheets';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { useEdition } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { ProblemNotice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { BackTo } from '../../components/back-to.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { Sharing } from '../../features/worksheets/sharing.tsx';
import { Opened } from '../../components/opened.tsx';
import { WorksheetForm } from '../../features/worksheets/worksheet-form.tsx';

/** One worksheet: its lines, what they come to, and who may see the ratio. */
export function WorksheetScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { firm = '', worksheet: id = '' } = useParams();
  const navigate = useNavigate();
  const params = { edition: edition.slug, worksheet: id };
  const query = useQuery(queryOf(readWorksheet, { params }));
  const remove = useWrite(removeWorksheet, listWorksheets);
  const back = `/e/${edition.slug}/firms/${firm}/worksheets`;
  return (
    <div className="page">
      <BackTo to={back} label={t('worksheets.title')} />
      <Read query={query} bones={5}>
        {(worksheet) => (
          <div className="stack-wide">
            <Heading tab={worksheet.title} />
            <Opened version={worksheet.version}>
              {(opened) => <WorksheetForm worksheet={worksheet} opened={opened} />}
            </Opened>
            <Sharing worksheet={worksheet} />
            <p>
              <ConfirmButton
                kind="grave"
                label={t('worksheets.remove')}
                question={t('worksheets.remove-touches', { count: worksheet.sharedWith.length })}
                disabled={remove.isPending}
                onConfirm={() => remove.mutate({ params }, { onSuccess: () => void navigate(back) })}
              />
            </p>
            {remove.error && <ProblemNotice problem={problemIn(remove.error)} />}
          </div>
        )}
      </Read>
    </div>
  );
}
