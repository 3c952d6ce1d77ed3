import type { ProgrammeImport } from '@forum/contract/programme/imports';
import { Notice } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Question = ProgrammeImport['questions'][number];

/** Who each speaker is that was asked about, by key; null for another person. */
export type Answers = Readonly<Record<string, string | null>>;

interface QuestionsProps {
  questions: readonly Question[];
  answers: Answers;
  onAnswer: (key: string, speaker: string | null) => void;
}

/** Asks who speakers of the file are where only people can tell; the next file knows the answers. */
export function Questions({ questions, answers, onAnswer }: QuestionsProps): ReactNode {
  const { t } = useTranslation();
  if (questions.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{t('imports.questions')}</h3>
      <Notice tone="care">
        <p>{t('imports.question-why')}</p>
      </Notice>
      {questions.map(({ key, told, known }) => (
        <fieldset key={`${key} ${known.id}`} className="stack-tight">
          <legend>
            {t('imports.question', {
              told: nameOf(told),
              known: known.name,
              person: known.person ?? known.name,
            })}
          </legend>
          <label className="line-up">
            <input
              type="radio"
              name={`${key} ${known.id}`}
              checked={answers[key] === known.id}
              onChange={() => onAnswer(key, known.id)}
            />
            {t('imports.same-person')}
          </label>
          <label className="line-up">
            <input
              type="radio"
              name={`${key} ${known.id}`}
              checked={key in answers && answers[key] !== known.id}
              onChange={() => onAnswer(key, null)}
            />
            {t('imports.another-person')}
          </label>
        </fieldset>
      ))}
    </section>
  );
}

const nameOf = ({ name, organisation }: Question['told']) => [name, organisation].filter(Boolean).join(', ');
