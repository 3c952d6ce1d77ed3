import type { listUninterpreted } from '@forum/contract/meetings/interpreters';
import type { RouteOutput } from '@forum/contract/route';
import { languageNames } from '@forum/ui/lib/language-name';
import { useVenue } from '@forum/ui/lib/venue';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../components/moment.tsx';
import { InterpreterChoice } from './interpreter-choice.tsx';

/** Agreed meetings whose sides share no language and that nobody interprets; each can be given somebody on the spot. */
export function Uninterpreted({
  meetings: { total, rows },
}: {
  meetings: RouteOutput<typeof listUninterpreted>;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { city } = useVenue();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="stack-tight" aria-labelledby="uninterpreted">
      <h2 id="uninterpreted">
        {t('interpreters.wanting')} <span className="figures second">{total}</span>
      </h2>
      <p className="second">
        {t(total === 0 ? 'interpreters.none-wanting' : 'interpreters.wanting-hint', { city })}
      </p>
      {rows.length > 0 && (
        <ul className="card-list">
          {rows.map(({ id, from, to, languages, start, hall, table }) => (
            <li key={id} className="stack-tight">
              <div className="apart">
                <span>
                  <strong>
                    {from} – {to}
                  </strong>
                  <br />
                  <span className="second">
                    <Moment at={start} /> · {hall}, {table} · {languageNames(languages.from, i18n.language)} –{' '}
                    {languageNames(languages.to, i18n.language)}
                  </span>
                </span>
                <button
                  className="button"
                  type="button"
                  aria-expanded={open === id}
                  aria-label={t('interpreters.choose-for', { from, to })}
                  onClick={() => setOpen(open === id ? null : id)}
                >
                  {t('interpreters.choose')}
                </button>
              </div>
              {open === id && <InterpreterChoice meetingId={id} now={null} />}
            </li>
          ))}
        </ul>
      )}
      {total > rows.length && <p className="note">{t('imports.more', { count: total - rows.length })}</p>}
    </section>
  );
}
