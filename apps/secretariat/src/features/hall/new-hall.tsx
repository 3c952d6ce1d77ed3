import { readHalls, setHall } from '@forum/contract/meetings/halls';
import { useEdition } from '@forum/ui/lib/edition';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { Fields } from './fields.tsx';
import { fieldsOfNewHall, hallToBe } from './hall-fields.ts';

/** A hall that is not there yet. */
export function NewHall({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [fields, setFields] = useState(() => fieldsOfNewHall(t('hall.default-name'), edition.startsOn));
  const save = useWrite(setHall, readHalls);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ params: { edition: edition.slug }, body: hallToBe(fields, null) }, { onSuccess: onDone });
  };
  return (
    <form className="form panel" aria-label={t('hall.new')} onSubmit={submit}>
      <h2>{t('hall.new')}</h2>
      <Fields fields={fields} onChange={(part) => setFields({ ...fields, ...part })} />
      <Failure error={save.error} />
      <div className="line-up">
        <button className="button" data-kind="main" type="submit" disabled={save.isPending}>
          {t('hall.save')}
        </button>
        <button className="button" data-kind="quiet" type="button" onClick={onDone}>
          {t('form.cancel')}
        </button>
      </div>
    </form>
  );
}
