import {
  addCapital,
  type Capital,
  editCapital,
  listCapitals,
  removeCapital,
} from '@forum/contract/editions/capitals';
import { frontPage } from '@forum/contract/editions/front-page';
import { Tick } from '@forum/ui/forms/field';
import { capitalName } from '@forum/ui/lib/capital-name';
import { countryName } from '@forum/ui/lib/country-name';
import { Notice } from '@forum/ui/states/notice';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirmation } from '../../components/confirmation.tsx';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { CapitalForm } from './capital-form.tsx';

const readAgain = [listCapitals, frontPage] as const;

/** The capitals that host or may host: whether they are willing, and what was written down of them. */
export function Capitals({ capitals }: { capitals: readonly Capital[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const add = useWrite(addCapital, ...readAgain);
  return (
    <section className="stack">
      <h2>{t('rotation.capitals')}</h2>
      <ul className="ruled">
        {capitals.map((capital) => (
          <li key={capital.id} style={{ paddingBlock: '0.5rem' }}>
            <CapitalRow capital={capital} />
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('rotation.add')}</summary>
        <CapitalForm
          key={add.data?.id}
          action={t('rotation.add')}
          error={add.error}
          busy={add.isPending}
          onSave={(body) => add.mutate({ body })}
        />
        {add.data && (
          <Notice tone="good">
            <p>{t('rotation.added', { city: capitalName(add.data, i18n) })}</p>
          </Notice>
        )}
      </details>
    </section>
  );
}

function CapitalRow({ capital }: { capital: Capital }): ReactNode {
  const { t, i18n } = useTranslation();
  const [doing, setDoing] = useState<'edit' | 'remove' | 'willing' | null>(null);
  const edit = useWrite(editCapital, ...readAgain);
  const remove = useWrite(removeCapital, ...readAgain);
  const params = { capital: capital.id };
  const name = capitalName(capital, i18n);
  const leave = () => setDoing(null);
  const save = (
    change: Partial<Pick<Capital, 'name' | 'names' | 'country' | 'zone' | 'region' | 'willing'>>,
  ) => edit.mutate({ params, body: { version: capital.version, ...change } }, { onSuccess: leave });
  return (
    <div className="stack-tight">
      <div className="apart">
        <Tick
          label={`${name} (${countryName(capital.country, i18n.language)}, ${capital.zone})`}
          hint={capital.willing ? t('rotation.willing') : t('rotation.not-willing')}
          checked={capital.willing}
          onChange={() => setDoing('willing')}
        />
        <span className="line-up">
          <button
            className="button"
            type="button"
            aria-label={t('rotation.correct-one', { city: name })}
            aria-expanded={doing === 'edit'}
            onClick={() => setDoing(doing === 'edit' ? null : 'edit')}
          >
            {t('rotation.correct')}
          </button>
          <button
            className="button"
            type="button"
            aria-label={t('rotation.remove-one', { city: name })}
            onClick={() => setDoing('remove')}
          >
            {t('hall.remove')}
          </button>
        </span>
      </div>
      {doing === 'edit' && (
        <CapitalForm
          capital={capital}
          action={t('editions.save')}
          error={edit.error}
          busy={edit.isPending}
          onSave={save}
        />
      )}
      {doing === 'willing' && (
        <Confirmation
          title={t(capital.willing ? 'rotation.will-not-host' : 'rotation.will-host', { city: name })}
          touched={[]}
          action={t(capital.willing ? 'rotation.set-unwilling' : 'rotation.set-willing')}
          busy={edit.isPending}
          onConfirm={() => save({ willing: !capital.willing })}
          onLeave={leave}
        />
      )}
      {doing === 'remove' && (
        <Confirmation
          title={t('rotation.will-remove', { city: name })}
          touched={[]}
          action={t('hall.remove')}
          grave
          busy={remove.isPending}
          onConfirm={() => remove.mutate({ params }, { onSettled: leave })}
          onLeave={leave}
        />
      )}
      <Failure error={doing === 'edit' ? null : (edit.error ?? remove.error)} />
    </div>
  );
}
