import type { Profile } from '@forum/contract/delegations/people';
import { Tick } from '@forum/ui/forms/field';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Who of one's team takes part; at least one. */
export function PeopleChoice({
  members,
  chosen,
  onChange,
}: {
  members: readonly Profile[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend className="field-label">{t('meetings.who-comes')}</legend>
      {members.map((member) => (
        <Tick
          key={member.id}
          label={member.name}
          hint={member.office}
          checked={chosen.includes(member.id)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, member.id] : chosen.filter((id) => id !== member.id))
          }
        />
      ))}
      {members.length === 0 && <p className="note">{t('meetings.nobody')}</p>}
    </fieldset>
  );
}
