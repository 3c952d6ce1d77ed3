import { queryOf } from '@forum/client/query';
import {
  listInterpreters,
  listUninterpreted,
  readInterpreterChoice,
  setInterpreter,
} from '@forum/contract/meetings/interpreters';
import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { SelectField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { languageNames } from '@forum/ui/lib/language-name';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

interface InterpreterChoiceProps {
  meetingId: string;
  /** Who interprets now. */
  now: Meeting['interpreter'];
}

/** Gives a meeting an interpreter: those who are free and fit, and why the others cannot come. */
export function InterpreterChoice({ meetingId, now }: InterpreterChoiceProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition, followed } = useEdition();
  const [chosen, setChosen] = useState(now?.id ?? '');
  const params = { edition: edition.slug, meeting: meetingId };
  const choice = useQuery(queryOf(readInterpreterChoice, { params }));
  const give = useWrite(
    setInterpreter,
    listAllMeetings,
    listUninterpreted,
    listInterpreters,
    readInterpreterChoice,
  );
  return (
    <Read query={choice} bones={1}>
      {({ version, languages, interpreters }) => (
        <form
          className="stack-tight"
          onSubmit={(event) => {
            event.preventDefault();
            give.mutate(
              { params, body: { version, interpreterId: chosen || null } },
              { onSuccess: (changed) => followed?.absorb({ meetings: [changed] }) },
            );
          }}
        >
          {interpreters.length === 0 ? (
            <p className="second">
              {t('interpreters.none-yet')}{' '}
              <Link to={`/${edition.slug}/interpreters`}>{t('desk.interpreters')}</Link>
            </p>
          ) : (
            <div className="line-up" style={{ alignItems: 'end' }}>
              <SelectField
                label={t('interpreters.for', {
                  from: languageNames(languages.from, i18n.language) || t('interpreters.unknown'),
                  to: languageNames(languages.to, i18n.language) || t('interpreters.unknown'),
                })}
                value={chosen}
                onChange={(event) => setChosen(event.target.value)}
              >
                <option value="">{t('interpreters.nobody')}</option>
                {interpreters.map(({ id, name, languages: known, hindrance }) => (
                  <option key={id} value={id} disabled={hindrance !== null}>
                    {name} ({languageNames(known, i18n.language)})
                    {hindrance && ` · ${t(`interpreters.hindrance.${hindrance}`)}`}
                  </option>
                ))}
              </SelectField>
              <button
                className="button"
                type="submit"
                disabled={give.isPending || chosen === (now?.id ?? '')}
              >
                {t(chosen || !now ? 'interpreters.give' : 'interpreters.take')}
              </button>
            </div>
          )}
          <Failure error={give.error} />
        </form>
      )}
    </Read>
  );
}
