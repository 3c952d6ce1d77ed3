import { queryOf } from '@forum/client/query';
import { untilComputed } from '@forum/client/until-computed';
import { readFirm } from '@forum/contract/firms/firms';
import { readFirmListing } from '@forum/contract/firms/listing';
import { listReadiness } from '@forum/contract/matchmaking/readiness';
import { listSuggestions } from '@forum/contract/matchmaking/suggestions';
import { gradeWish, listWishes } from '@forum/contract/matchmaking/wishes';
import { wishGrades } from '@forum/domain/matchmaking/wishes';
import { useEdition } from '@forum/ui/lib/edition';
import { steadyList, useSteadyOrder } from '@forum/ui/lib/use-steady-order';
import { MatchingLine } from '@forum/ui/matching/matching-line';
import { Bones } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RemoveFirm } from '../../components/remove-firm.tsx';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import type { Named } from '../../components/choice.tsx';
import { PairLook } from './pair-look.tsx';

type Grade = (typeof wishGrades)[number];

interface Graded {
  firm: Named;
  score: number | null;
  grade: Grade | null;
}

/** The wishes of a firm, graded on its behalf. */
export function OnBehalf({ firm }: { firm: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const navigate = useNavigate();
  const where = { params: { edition: edition.slug, firm } };
  const about = useQuery(queryOf(readFirm, where));
  const listing = useQuery(queryOf(readFirmListing, where));
  const suggestions = useQuery({ ...queryOf(listSuggestions, where), ...untilComputed });
  const wishes = useQuery(queryOf(listWishes, where));
  const [other, setOther] = useState<Named | null>(null);
  const grade = useWrite(gradeWish, listSuggestions, listWishes, listReadiness);
  const give = (to: string, given: Grade | null) => grade.mutate({ ...where, body: { to, grade: given } });
  return (
    <>
      <header className="stack-tight">
        <h2>{t('matching.on-behalf', { firm: about.data?.name ?? '' })}</h2>
        <p className="second">{t('matching.on-behalf-text')}</p>
      </header>
      <Failure error={grade.error} />
      {listing.data && (
        <RemoveFirm
          listing={listing.data}
          reads={[listReadiness]}
          onRemoved={() => void navigate(`/${edition.slug}/matchmaking`)}
        />
      )}
      {about.data && (
        <PairLook firm={{ id: firm, name: about.data.name }} other={other} onChoose={setOther} />
      )}
      <Read query={suggestions}>
        {({ matching, rows, freeSlots }) => {
          const suggested = new Set(rows?.map((row) => row.firm.id));
          const others = wishes.data?.rows.filter((row) => !suggested.has(row.firm.id)) ?? [];
          return (
            <>
              <MatchingLine state={matching} />
              {rows === null && <Bones rows={5} />}
              {freeSlots !== null && <p className="second">{t('matching.room', { count: freeSlots })}</p>}
              {rows?.length === 0 && freeSlots !== 0 && <p>{t('matching.no-suggestions')}</p>}
              {rows && <Suggested rows={rows} onGrade={give} onLook={setOther} />}
              {rows && others.length > 0 && (
                <>
                  <h3>{t('matching.wishes-others')}</h3>
                  <GradeTable
                    rows={others.map((row) => ({ ...row, score: null }))}
                    onGrade={give}
                    onLook={setOther}
                  />
                </>
              )}
            </>
          );
        }}
      </Read>
    </>
  );
}

interface GradeTableProps {
  rows: readonly Graded[];
  onGrade: (to: string, grade: Grade | null) => void;
  onLook: (other: Named) => void;
}

/** The suggestions, which stay where they are while one of them is used. */
function Suggested({ rows, ...table }: GradeTableProps): ReactNode {
  const shown = useSteadyOrder(rows, ({ firm }) => firm.id);
  return (
    <div {...steadyList}>
      <GradeTable rows={shown} {...table} />
    </div>
  );
}

function GradeTable({ rows, onGrade, onLook }: GradeTableProps): ReactNode {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('matching.firm')}</th>
          <th scope="col">{t('matching.score')}</th>
          <th scope="col">{t('matching.grade')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ firm, score, grade }) => (
          <tr key={firm.id}>
            <th scope="row">
              <button
                className="link-button"
                type="button"
                aria-label={t('matching.look-at', { firm: firm.name })}
                onClick={() => onLook({ id: firm.id, name: firm.name })}
              >
                {firm.name}
              </button>
            </th>
            <td className="figures">{score ?? '–'}</td>
            <td>
              <select
                className="input"
                aria-label={`${t('matching.grade')}: ${firm.name}`}
                value={grade ?? ''}
                onChange={(event) =>
                  onGrade(firm.id, wishGrades.find((one) => one === event.target.value) ?? null)
                }
              >
                <option value="">{t('matching.ungraded')}</option>
                {wishGrades.map((one) => (
                  <option key={one} value={one}>
                    {t(`wish.${one}`)}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
