import type { PlanEffect } from '@forum/contract/matchmaking/planning/publication';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Every meeting that a repair ends, moves or makes, with whom it touches. Everything else stays. */
export function Changes({ effect }: { effect: PlanEffect }): ReactNode {
  const { t } = useTranslation();
  const count = effect.made + effect.moved + effect.cancelled + effect.interpreted;
  return (
    <section className="stack-tight" aria-labelledby="changes-title">
      <h3 id="changes-title">{t('planner.changes', { count })}</h3>
      <p className="second">{t('planner.stays', { count: effect.stays })}</p>
      <ul className="card-list">
        {effect.changes.map(({ firms, was, to, people, peopleChange, interpreter }, n) => (
          <li key={n}>
            <p className="line-up">
              <strong>{firms.join(' – ')}</strong>
              <span className="second">{t(`planner.change.${kindOf(was, to)}`)}</span>
            </p>
            {was && kindOf(was, to) !== 'interpreted' && (
              <p className={to ? 'second' : undefined}>
                <s>
                  <Span start={was.start} end={was.end} /> · {was.table}
                </s>
              </p>
            )}
            {to && (
              <p>
                <Span start={to.start} end={to.end} /> · <strong>{to.table}</strong>
              </p>
            )}
            {interpreter && (
              <p>
                {t('interpreter.title')}: {interpreter.was && <s>{interpreter.was}</s>}{' '}
                <strong>{interpreter.to ?? t('interpreters.nobody')}</strong>
              </p>
            )}
            <p className="note">
              {t('planner.people', { count: people })}
              {peopleChange && ` · ${t('planner.others-come')}`}
            </p>
          </li>
        ))}
      </ul>
      {count > effect.changes.length && (
        <p className="note">{t('imports.more', { count: count - effect.changes.length })}</p>
      )}
    </section>
  );
}

type Place = PlanEffect['changes'][number]['was'];

/** What happens to a meeting; one that stays where it is gets another interpreter, or none. */
function kindOf(was: Place, to: Place): 'new' | 'ends' | 'moves' | 'interpreted' {
  if (!was) return 'new';
  if (!to) return 'ends';
  return was.start === to.start && was.table === to.table ? 'interpreted' : 'moves';
}
