import { queryOf } from '@forum/client/query';
import { type ProfileLineForm, seeProfile } from '@forum/contract/matchmaking/profiles';
import type { ProfileLine } from '@forum/domain/matchmaking/profile';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCapabilityName } from './use-capabilities.ts';

interface Shown {
  offers: readonly ProfileLineForm[];
  needs: readonly ProfileLineForm[];
}

/** What a firm offers and needs, as others see it. */
export function ShownProfile({ firm }: { firm: string }): ReactNode {
  const { edition } = useEdition();
  const { t } = useTranslation();
  const query = useQuery(queryOf(seeProfile, { params: { edition: edition.slug, firm } }));
  return (
    <Read query={query} bones={2}>
      {(shown) =>
        shown.offers.length + shown.needs.length > 0 && (
          <>
            <ShownLines {...shown} />
            {!shown.confirmed && <p className="note">{t('match.from-directory')}</p>}
          </>
        )
      }
    </Read>
  );
}

/** Offers and needs beside each other, each line with what is known of it. */
export function ShownLines({ offers, needs }: Shown): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="columns">
      {(
        [
          ['offers', offers],
          ['needs', needs],
        ] as const
      ).map(
        ([name, lines]) =>
          lines.length > 0 && (
            <section key={name} className="stack-tight">
              <h2>{t(`profile.${name}`)}</h2>
              <ul className="ruled">
                {lines.map((line) => (
                  <ShownLine key={`${line.capability} ${line.mode}`} line={line} />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}

function ShownLine({ line }: { line: ProfileLineForm }): ReactNode {
  return (
    <li className="shown-line">
      <LineInWords line={line} />
    </li>
  );
}

/** A line with all that is known of it. */
export function LineInWords({ line }: { line: ProfileLine }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCapabilityName();
  const facts = [
    t(`mode.${line.mode}`),
    line.maturity !== null && t('profile.readiness-is', { level: line.maturity }),
    line.capacity && t(`capacity.${line.capacity}`),
    line.leadTimeWeeks !== null && t('match.weeks', { count: line.leadTimeWeeks }),
  ];
  return (
    <>
      <strong>{nameOf(line.capability)}</strong>
      <span className="second">{facts.filter(Boolean).join(' · ')}</span>
      {line.note && <span className="prose">{line.note}</span>}
    </>
  );
}
