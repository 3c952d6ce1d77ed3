import { type Hall, foreseeHall, readHalls, setHall } from '@forum/contract/meetings/halls';
import { Overtaken } from '@forum/ui/forms/overtaken';
import { useDraft } from '@forum/ui/lib/use-draft';
import { useEdition } from '@forum/ui/lib/edition';
import { Notice } from '@forum/ui/states/notice';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { Fields } from './fields.tsx';
import { fieldsOfHall, hallToBe } from './hall-fields.ts';
import { Misfits } from './misfits.tsx';
import { RemoveHall } from './remove-hall.tsx';

/** A hall to be changed. Which agreed meetings would not fit any more is said first; only then it is saved. */
export function HallForm({ hall }: { hall: Hall }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const draft = useDraft(hall, (seen) => fieldsOfHall(seen, edition.zone));
  const foresee = useWrite(foreseeHall);
  const save = useWrite(setHall, readHalls);
  const asked = {
    params: { edition: edition.slug },
    body: hallToBe(draft.fields, { id: hall.id, version: draft.version }),
  };
  const leave = () => foresee.reset();
  const store = () => save.mutate(asked, { onSuccess: draft.begin, onSettled: leave });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.reset();
    foresee.mutate(asked, { onSuccess: ({ total }) => total === 0 && store() });
  };
  const change: typeof draft.change = (part) => {
    leave();
    save.reset();
    draft.change(part);
  };
  const settle = (choose: () => void) => () => {
    save.reset();
    choose();
  };
  return (
    <form className="form panel" aria-label={hall.name} onSubmit={submit}>
      <h2>{hall.name}</h2>
      <Fields fields={draft.fields} onChange={change} />
      {draft.isOvertaken && !save.isPending && (
        <Overtaken onTake={settle(draft.take)} onKeep={settle(draft.keep)} />
      )}
      <Failure error={foresee.error ?? save.error} />
      {save.isSuccess && (
        <Notice tone="good">
          <p>
            {t('hall.saved')} {t('hall.saved-places')}{' '}
            <Link to={`/${edition.slug}/meetings?place=lost`}>{t('desk.meetings')}</Link>
          </p>
        </Notice>
      )}
      {foresee.data && foresee.data.total > 0 ? (
        <Misfits {...foresee.data} busy={save.isPending} onConfirm={store} onLeave={leave} />
      ) : (
        <div className="line-up">
          <button
            className="button"
            data-kind="main"
            type="submit"
            disabled={foresee.isPending || save.isPending}
          >
            {t('hall.save')}
          </button>
          <RemoveHall hall={hall} />
        </div>
      )}
    </form>
  );
}
