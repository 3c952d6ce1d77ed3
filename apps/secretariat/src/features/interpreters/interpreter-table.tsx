import { type Interpreter, listInterpreters, removeInterpreter } from '@forum/contract/meetings/interpreters';
import { useEdition } from '@forum/ui/lib/edition';
import { clockIn, dayIn } from '@forum/ui/lib/instants';
import { languageNames } from '@forum/ui/lib/language-name';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { useVenue } from '@forum/ui/lib/venue';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirmation } from '../../components/confirmation.tsx';
import { Failure } from '../../components/failure.tsx';
import { Moment } from '../../components/moment.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

interface InterpreterTableProps {
  interpreters: readonly Interpreter[];
  onChange: (interpreter: Interpreter) => void;
}

/** Who interprets: between what, when, and at how many meetings. */
export function InterpreterTable({ interpreters, onChange }: InterpreterTableProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const { city } = useVenue();
  const [leaving, setLeaving] = useState<Interpreter | null>(null);
  const remove = useWrite(removeInterpreter, listInterpreters);
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('desk.interpreters')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('interpreters.name')}</th>
              <th scope="col">{t('interpreters.languages')}</th>
              <th scope="col">{t('interpreters.hours', { city })}</th>
              <th scope="col">{t('interpreters.in-a-row')}</th>
              <th scope="col">{t('interpreters.booked')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {interpreters.map((one) => (
              <tr key={one.id}>
                <th scope="row" lang={languageOfScript(one.name)}>
                  {one.name}
                </th>
                <td>{languageNames(one.languages, i18n.language)}</td>
                <td>
                  <HoursOf interpreter={one} />
                </td>
                <td className="figures">{one.mostInARow ?? '–'}</td>
                <td className="figures">{one.booked}</td>
                <td>
                  <div className="line-up">
                    <button
                      className="button"
                      type="button"
                      aria-label={t('interpreters.change-one', { name: one.name })}
                      onClick={() => onChange(one)}
                    >
                      {t('interpreters.change')}
                    </button>
                    <button
                      className="button"
                      type="button"
                      aria-label={t('interpreters.remove-one', { name: one.name })}
                      onClick={() => setLeaving(one)}
                    >
                      {t('interpreters.remove')}
                    </button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {leaving && (
        <Confirmation
          key={leaving.id}
          title={t('interpreters.will-remove', { name: leaving.name })}
          touched={[]}
          action={t('interpreters.remove')}
          grave
          busy={remove.isPending}
          onConfirm={() =>
            remove.mutate(
              { params: { edition: edition.slug, interpreter: leaving.id } },
              { onSuccess: () => setLeaving(null) },
            )
          }
          onLeave={() => {
            setLeaving(null);
            remove.reset();
          }}
        >
          <Failure error={remove.error} />
        </Confirmation>
      )}
    </>
  );
}

function HoursOf({ interpreter: { hours } }: { interpreter: Interpreter }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  if (hours === null) return t('interpreters.always');
  if (hours.length === 0) return t('interpreters.never');
  return (
    <ul>
      {hours.map(({ start, end }) => (
        <li key={start}>
          <Moment at={start} />–
          {dayIn(start, edition.zone) === dayIn(end, edition.zone) ? (
            <strong className="figures">{clockIn(end, edition.zone)}</strong>
          ) : (
            <Moment at={end} />
          )}
        </li>
      ))}
    </ul>
  );
}
