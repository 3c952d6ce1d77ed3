import { TextField } from '@forum/ui/forms/field';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GoalForm } from './goal-form.tsx';
import { type Goal, useGoalWords } from './goal-words.ts';

const mostGoals = 12;

/** What the edition wants to bring about, with the points it gives: part of the draft until it is set. */
export function Goals({
  goals,
  onChange,
}: {
  goals: readonly Goal[];
  onChange: (goals: Goal[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const say = useGoalWords();
  return (
    <section className="stack" aria-labelledby="policy-goals">
      <h2 id="policy-goals">{t('matching.goals')}</h2>
      <p className="second">{t('matching.goals-text')}</p>
      {goals.length === 0 && <p>{t('matching.no-goals')}</p>}
      <ul className="ruled" aria-labelledby="policy-goals">
        {goals.map((goal) => (
          <li key={goal.id} className="apart history-row">
            <span className="stack-tight">
              <strong>{goal.id}</strong>
              <span className="second">{say(goal)}</span>
            </span>
            <span className="line-up">
              <TextField
                label={t('matching.goal.points')}
                aria-label={t('matching.goal.points-of', { goal: goal.id })}
                type="number"
                min={0}
                max={1000}
                value={goal.points}
                onChange={(event) => {
                  const points = Math.min(1000, Math.max(0, Math.round(Number(event.target.value))));
                  onChange(goals.map((one) => (one.id === goal.id ? { ...one, points } : one)));
                }}
              />
              <button
                className="button"
                type="button"
                aria-label={t('matching.goal.remove', { goal: goal.id })}
                onClick={() => onChange(goals.filter(({ id }) => id !== goal.id))}
              >
                {t('matching.remove')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {goals.length < mostGoals && (
        <details className="panel">
          <summary>{t('matching.goal.new')}</summary>
          <div className="stack">
            <GoalForm taken={goals.map(({ id }) => id)} onAdd={(goal) => onChange([...goals, goal])} />
          </div>
        </details>
      )}
    </section>
  );
}
