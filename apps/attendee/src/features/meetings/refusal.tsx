import type { Problem } from '@forum/contract/problem';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Refused {
  obstacles?: { code: string; who: string | null }[];
  next?: { start: string; end: string }[];
}

interface RefusalProps {
  problem: Problem;
  /** Proposes the times that work instead. */
  onPropose?: ((starts: string[]) => void) | undefined;
}

/** What stands in the way, and the times that work instead. */
export function Refusal({ problem, onPropose }: RefusalProps): ReactNode {
  const { t } = useTranslation();
  const { obstacles = [], next = [] } = (problem.details ?? {}) as Refused;
  if (obstacles.length === 0) return <ProblemNotice problem={problem} />;
  return (
    <div role="alert">
      <Notice tone="problem">
        {obstacles.map((obstacle, i) => (
          <p key={i}>
            <strong>{t(`obstacle.${obstacle.code}`, { who: obstacle.who })}</strong>
          </p>
        ))}
        {next.length > 0 && (
          <>
            <p>{t('meetings.next-times')}</p>
            <ul>
              {next.map((time) => (
                <li key={time.start}>
                  <Span start={time.start} end={time.end} />
                </li>
              ))}
            </ul>
            {onPropose && (
              <p>
                <button
                  className="button"
                  type="button"
                  onClick={() => onPropose(next.map(({ start }) => start).slice(0, 6))}
                >
                  {t('meetings.propose-these')}
                </button>
              </p>
            )}
          </>
        )}
      </Notice>
    </div>
  );
}
