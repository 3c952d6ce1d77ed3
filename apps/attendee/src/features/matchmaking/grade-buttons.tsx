import { call, problemIn } from '@forum/client/http';
import { keyOf } from '@forum/client/query';
import { explainMatch, listSuggestions } from '@forum/contract/matchmaking/suggestions';
import { gradeWish, listWishes } from '@forum/contract/matchmaking/wishes';
import { Icon } from '@forum/ui/icons/icon';
import { useEdition } from '@forum/ui/lib/edition';
import { ProblemNotice } from '@forum/ui/states/notice';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const grades = ['must', 'would-like', 'no'] as const;
type Grade = (typeof grades)[number];

interface GradeButtonsProps {
  /** Whose wish it is. */
  own: string;
  firm: { id: string; name: string };
  grade: Grade | null;
  open: boolean;
}

/** How much one wishes to meet a firm; the same grade again takes it back. */
export function GradeButtons({ own, firm, grade, open }: GradeButtonsProps): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const client = useQueryClient();
  const give = useMutation({
    mutationFn: (given: Grade | null) =>
      call(gradeWish, { params: { edition: edition.slug, firm: own }, body: { to: firm.id, grade: given } }),
    onSettled: () =>
      Promise.all(
        [listSuggestions, listWishes, explainMatch].map((route) =>
          client.invalidateQueries({ queryKey: keyOf(route) }),
        ),
      ),
  });
  const shown = give.isPending ? give.variables : grade;
  return (
    <div className="stack-tight">
      <div className="grades" role="group" aria-label={t('wishes.about', { firm: firm.name })}>
        {grades.map((one) => (
          <button
            key={one}
            className="chip"
            type="button"
            aria-pressed={shown === one}
            disabled={!open || give.isPending}
            onClick={() => give.mutate(grade === one ? null : one)}
          >
            {shown === one && <Icon name="check" />}
            {t(`wish.${one}`)}
          </button>
        ))}
      </div>
      {give.isPaused && (
        <p className="note" role="status">
          {t('wishes.waits')}
        </p>
      )}
      {give.error && <ProblemNotice problem={problemIn(give.error)} />}
    </div>
  );
}
