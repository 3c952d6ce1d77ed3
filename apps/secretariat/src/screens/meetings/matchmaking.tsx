import { queryOf } from '@forum/client/query';
import { readMatchSettings, type SettingsOfEdition } from '@forum/contract/matchmaking/settings';
import { useEdition } from '@forum/ui/lib/edition';
import { useFilters } from '@forum/ui/lib/use-filters';
import { Heading } from '@forum/ui/shell/heading';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { Panes } from '../../components/panes.tsx';
import { CapabilitiesPart } from '../../features/matchmaking/capabilities.tsx';
import { OnBehalf } from '../../features/matchmaking/on-behalf.tsx';
import { ReadinessPart } from '../../features/matchmaking/readiness.tsx';
import { RulesPart } from '../../features/matchmaking/rules.tsx';
import { TermsPart } from '../../features/matchmaking/terms.tsx';
import { WeightsPart } from '../../features/matchmaking/weights.tsx';

const parts = ['readiness', 'weights', 'rules', 'terms', 'capabilities'] as const;

/** How the edition matches firms, and which of them are ready for it. */
export function MatchmakingScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { firm } = useParams();
  const { search } = useLocation();
  const filters = useFilters();
  const part = parts.find((one) => one === filters.read('part')) ?? 'readiness';
  const here = `/${edition.slug}/matchmaking`;
  return (
    <Panes detail={firm ? <OnBehalf key={firm} firm={firm} /> : null} closeTo={{ pathname: here, search }}>
      <Heading tab={t('desk.matchmaking')} />
      <nav className="chips" aria-label={t('matching.parts')}>
        {parts.map((one) => (
          <Link
            key={one}
            className="chip"
            aria-current={one === part ? 'page' : undefined}
            to={{ pathname: here, search: one === 'readiness' ? '' : `?part=${one}` }}
          >
            {t(`matching.part.${one}`)}
          </Link>
        ))}
      </nav>
      {part === 'readiness' && <ReadinessPart open={firm} />}
      {part === 'weights' && <OfSettings>{(read) => <WeightsPart read={read} />}</OfSettings>}
      {part === 'rules' && <OfSettings>{(read) => <RulesPart read={read} />}</OfSettings>}
      {part === 'terms' && <OfSettings>{(read) => <TermsPart read={read} />}</OfSettings>}
      {part === 'capabilities' && <CapabilitiesPart />}
    </Panes>
  );
}

function OfSettings({ children }: { children: (read: SettingsOfEdition) => ReactNode }): ReactNode {
  const { edition } = useEdition();
  const query = useQuery(queryOf(readMatchSettings, { params: { edition: edition.slug } }));
  return <Read query={query}>{children}</Read>;
}
