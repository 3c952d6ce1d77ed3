import { problemIn } from '@forum/client/http';
import { declareEntries } from '@forum/contract/meetings/export-control';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { listMeetings, readMeeting } from '@forum/contract/meetings/meetings';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { useEdition } from '@forum/ui/lib/edition';
import { ProblemNotice } from '@forum/ui/states/notice';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '@forum/ui/lib/use-write';
import { EntryChoice } from './entry-choice.tsx';

/** Says that the topic of a meeting touches further entries of a control list than was known when it was asked for. */
export function DeclareEntries({ meeting }: { meeting: Meeting }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const declare = useWrite(declareEntries, listMeetings, readMeeting);
  const known = meeting.control?.entries ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const added = chosen.filter((entry) => !known.includes(entry));
  return (
    <EntryChoice chosen={[...known, ...added]} kept={known} onChange={setChosen}>
      <p>
        <ConfirmButton
          label={t('control.declare')}
          confirmKind="main"
          question={t('control.declare-touches', { entries: added.join(', ') })}
          disabled={declare.isPending || added.length === 0}
          onConfirm={() =>
            declare.mutate({
              params: { edition: edition.slug, meeting: meeting.id },
              body: { version: meeting.version, entries: added },
            })
          }
        />
      </p>
      {declare.error && <ProblemNotice problem={problemIn(declare.error)} />}
    </EntryChoice>
  );
}
