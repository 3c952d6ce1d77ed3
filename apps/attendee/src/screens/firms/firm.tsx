import { queryOf } from '@forum/client/query';
import { readFirm } from '@forum/contract/firms/firms';
import { PersonName } from '@forum/ui/people/person-name';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { countryName } from '@forum/ui/lib/country-name';
import { useActing, useEdition, useStanding } from '@forum/ui/lib/edition';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { Heading } from '@forum/ui/shell/heading';
import { ReadThing } from '../../components/read-thing.tsx';
import { BackTo } from '../../components/back-to.tsx';
import { Outcomes } from '../../features/outcomes/outcomes.tsx';
import { ShownProfile } from '../../features/matchmaking/shown-lines.tsx';
import { TeamSubjects } from '../../features/firms/team-capabilities.tsx';
import { WaitsForFirm } from '../../features/firms/waits-for-firm.tsx';
import { WhoSpeaks } from '../../features/firms/who-speaks.tsx';
import { WhyMeet } from '../../features/matchmaking/why-meet.tsx';

/** A firm: what it is, whom it sends, and the way to ask it for a meeting. */
export function FirmScreen(): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  const acting = useActing();
  // What a firm keeps to itself, an aide of its people does not reach.
  const own = standing?.accredited && !acting ? standing.firmId : null;
  const { firm: id = '' } = useParams();
  const query = useQuery(queryOf(readFirm, { params: { edition: edition.slug, firm: id } }));
  return (
    <div className="page">
      <BackTo to={`/e/${edition.slug}/firms`} label={t('nav.firms')} />
      <ReadThing
        what="firm"
        list={{ to: `/e/${edition.slug}/firms`, label: t('nav.firms') }}
        query={query}
        bones={3}
      >
        {(firm) => (
          <article className="stack-wide">
            <header className="stack-tight">
              <Heading tab={firm.name} lang={languageOfScript(firm.name)} />
              <p className="second">
                {[
                  countryName(firm.country, i18n.language),
                  firm.stand && t('firms.stand', { stand: firm.stand }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </header>
            <WaitsForFirm only={firm.id} />
            {firm.canRequest && (
              <p>
                <Link className="button" data-kind="main" to={`/e/${edition.slug}/firms/${firm.id}/request`}>
                  {t('firms.ask')}
                </Link>
              </p>
            )}
            {!acting && (
              <p className="line-up">
                {firm.own && (
                  <Link className="button" to={`/e/${edition.slug}/firms/${firm.id}/teams`}>
                    {t('teams.form')}
                  </Link>
                )}
                <Link className="button" to={`/e/${edition.slug}/firms/${firm.id}/routes`}>
                  {t('routes.title')}
                </Link>
                {standing?.firmId === firm.id && (
                  <Link className="button" to={`/e/${edition.slug}/firms/${firm.id}/worksheets`}>
                    {t('worksheets.title')}
                  </Link>
                )}
              </p>
            )}
            {!acting && standing?.firmId === firm.id && <WhoSpeaks firm={firm.id} />}
            {firm.description && <p className="prose">{firm.description}</p>}
            {own && own !== id && <WhyMeet own={own} firm={firm} />}
            <ShownProfile firm={id} />
            {firm.website && (
              <p>
                <a href={firm.website} rel="noreferrer">
                  {firm.website}
                </a>
              </p>
            )}
            {firm.categories.length > 0 && (
              <ul className="chips" aria-label={t('firms.category')}>
                {firm.categories.map((category) => (
                  <li key={category}>
                    <Link
                      className="chip"
                      to={`/e/${edition.slug}/firms?category=${encodeURIComponent(category)}`}
                    >
                      {category}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            {firm.teams
              .filter((team) => team.members.length > 0)
              .map((team) => (
                <section key={team.id} className="stack-tight">
                  <h2>{team.name}</h2>
                  {team.capabilities.length > 0 && <TeamSubjects codes={team.capabilities} />}
                  <ul className="ruled">
                    {team.members.map((member) => (
                      <li key={member.id} style={{ paddingBlock: '0.5rem' }}>
                        <Link to={`/e/${edition.slug}/people/${member.id}`}>
                          <PersonName {...member} />
                        </Link>{' '}
                        <span className="second">{member.office}</span>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            {own && own !== firm.id && <Outcomes firm={{ id: firm.id, name: firm.name }} />}
          </article>
        )}
      </ReadThing>
    </div>
  );
}
