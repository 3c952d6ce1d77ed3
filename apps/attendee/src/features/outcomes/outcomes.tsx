import { queryOf } from '@forum/client/query';
import { listOutcomes, type Matter } from '@forum/contract/outcomes/ledger';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProposeForm } from './propose-form.tsx';
import { StageLadder } from './stage-ladder.tsx';
import { WaitingStep } from './waiting-step.tsx';

/** What one's firm and another have come to over the editions, and the next step. */
export function Outcomes({ firm }: { firm: { id: string; name: string } }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [begins, setBegins] = useState(false);
  const query = useQuery(queryOf(listOutcomes, { params: { edition: edition.slug, firm: firm.id } }));
  return (
    <section className="stack" aria-labelledby="outcomes">
      <h2 id="outcomes">{t('outcomes.title', { firm: firm.name })}</h2>
      <Read query={query} bones={1}>
        {(matters) => (
          <>
            {matters.length === 0 && !begins && <p className="second">{t('outcomes.none')}</p>}
            {matters.map((matter) => (
              <OneMatter key={matter.id} matter={matter} firm={firm} />
            ))}
            {begins ? (
              <ProposeForm firm={firm} matter={null} onDone={() => setBegins(false)} />
            ) : (
              <p>
                <button className="button" type="button" onClick={() => setBegins(true)}>
                  {t('outcomes.begin')}
                </button>
              </p>
            )}
          </>
        )}
      </Read>
    </section>
  );
}

function OneMatter({ matter, firm }: { matter: Matter; firm: { id: string; name: string } }): ReactNode {
  const { t } = useTranslation();
  const [proposes, setProposes] = useState(false);
  return (
    <article className="panel stack-tight">
      <h3>{matter.title}</h3>
      <p className="note">
        {t('outcomes.began', { edition: `${matter.edition.title} ${matter.edition.year}` })}
      </p>
      <StageLadder matter={matter} />
      <WaitingStep matter={matter} other={firm.name} />
      {matter.next.length > 0 && !proposes && (
        <p>
          <button className="button" type="button" onClick={() => setProposes(true)}>
            {t('outcomes.next')}
          </button>
        </p>
      )}
      {proposes && <ProposeForm firm={firm} matter={matter} onDone={() => setProposes(false)} />}
    </article>
  );
}
