import { queryOf } from '@forum/client/query';
import { listCapitals } from '@forum/contract/editions/capitals';
import type { SignedIn } from '@forum/ui/lib/edition';
import { useNow } from '@forum/ui/lib/use-now';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Capitals } from '../../features/editions/capitals.tsx';
import { NewEdition } from '../../features/editions/new-edition.tsx';

/** The desk of a forum on its first day, before there is an edition. */
export function FirstEdition({ me }: { me: SignedIn | null }): ReactNode {
  // Before there is an edition, only the secretariat's role asks for a second factor.
  return me?.secondFactor.wanted ? <Planning /> : <Shut name={me?.name} />;
}

function Planning(): ReactNode {
  const { t } = useTranslation();
  const year = useNow().getUTCFullYear();
  const capitals = useQuery(queryOf(listCapitals));
  return (
    <div className="stack-wide">
      <Heading tab={t('first.title')} />
      <p>{t('first.how')}</p>
      <Read query={capitals} bones={3}>
        {(all) => (
          <>
            <Capitals capitals={all} />
            {all.length > 0 && (
              <section className="stack">
                <h2>{t('first.plan')}</h2>
                <NewEdition year={year} />
              </section>
            )}
          </>
        )}
      </Read>
    </div>
  );
}

function Shut({ name }: { name: string | undefined }): ReactNode {
  const { t } = useTranslation();
  return (
    <Empty title={name === undefined ? t('desk.sign-in-first') : t('first.not-staff', { name })}>
      <a className="button" data-kind="main" href="/sign-in?to=/secretariat/">
        {t('desk.sign-in')}
      </a>
    </Empty>
  );
}
