import { queryOf } from '@forum/client/query';
import { untilComputed } from '@forum/client/until-computed';
import { explainMatch } from '@forum/contract/matchmaking/suggestions';
import { useEdition } from '@forum/ui/lib/edition';
import { MatchingLine } from '@forum/ui/matching/matching-line';
import { Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Named } from '../../components/choice.tsx';
import { FirmField } from '../../components/firm-field.tsx';

/** Whether two firms may meet and why not, and how much they have in common: for the secretariat alone. */
export function PairLook({
  firm,
  other,
  onChoose,
}: {
  firm: Named;
  other: Named | null;
  onChoose: (other: Named | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="panel stack" aria-labelledby="pair-look">
      <h3 id="pair-look">{t('matching.look')}</h3>
      <FirmField label={t('matching.look-with', { firm: firm.name })} chosen={other} onChoose={onChoose} />
      {other && <PairFound firm={firm} other={other} />}
    </section>
  );
}

function PairFound({ firm, other }: { firm: Named; other: Named }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery({
    ...queryOf(explainMatch, {
      params: { edition: edition.slug, firm: other.id },
      query: { for: firm.id },
    }),
    ...untilComputed,
  });
  return (
    <Read query={query} bones={1}>
      {({ matching, common, barred }) => (
        <>
          <div className="stack-tight" role="status">
            {barred ? (
              <Notice tone="care">
                <p>
                  <strong>
                    {t(`matching.barred.${barred.by}`, { reason: barred.reason || t('matching.no-reason') })}
                  </strong>
                </p>
                {barred.by !== 'same-firm' && <p className="second">{t('matching.barred-text')}</p>}
              </Notice>
            ) : (
              <p>{t('matching.may-meet')}</p>
            )}
            {common && (
              <p className="second">
                {common.score > 0
                  ? t('matching.in-common', { score: common.score })
                  : t('matching.nothing-in-common')}
              </p>
            )}
          </div>
          <MatchingLine state={matching} />
        </>
      )}
    </Read>
  );
}
