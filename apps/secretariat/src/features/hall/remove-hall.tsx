import { type Hall, readHalls, removeHall } from '@forum/contract/meetings/halls';
import { useEdition } from '@forum/ui/lib/edition';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirmation } from '../../components/confirmation.tsx';
import { Failure } from '../../components/failure.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

/** Removes a hall; one with meetings is kept, and the refusal says what to do instead. */
export function RemoveHall({ hall }: { hall: Hall }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [isAsked, setAsked] = useState(false);
  const remove = useWrite(removeHall, readHalls);
  if (isAsked) {
    return (
      <Confirmation
        title={t('hall.will-remove', { name: hall.name })}
        touched={[]}
        action={t('hall.remove-hall')}
        grave
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(
            { params: { edition: edition.slug, hall: hall.id } },
            { onSettled: () => setAsked(false) },
          )
        }
        onLeave={() => setAsked(false)}
      />
    );
  }
  return (
    <>
      <button className="button" data-kind="grave" type="button" onClick={() => setAsked(true)}>
        {t('hall.remove-hall')}
      </button>
      <Failure error={remove.error} />
    </>
  );
}
