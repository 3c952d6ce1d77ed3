import type { Meeting } from '@forum/contract/meetings/meeting';
import type { TopicControl as Control } from '@forum/contract/meetings/topic-control';
import { StateSign, type StateName } from '@forum/ui/states/state-sign';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SecondPerson } from './second-person.tsx';
import { OfficerChoice } from './officer-choice.tsx';

const signs: Record<Control['state'], StateName> = {
  free: 'live',
  released: 'live',
  waiting: 'soon',
  forbidden: 'cancelled',
};

/** How a listed topic stands at the help desk: what is awaited, from whom, and who has released it. */
export function TopicControl({ meeting, control }: { meeting: Meeting; control: Control }): ReactNode {
  const { t } = useTranslation();
  const firmsOf = (sides: Control['waitingFor']) => sides.map((side) => meeting[side].firm).join(', ');
  return (
    <section className="stack-tight">
      <h3>
        {t('control.title')}: {control.entries.join(', ')}
      </h3>
      <StateSign state={signs[control.state]}>{t(`control.state.${control.state}`)}</StateSign>
      {control.waitingFor.length > 0 && <p>{t('control.awaits', { firms: firmsOf(control.waitingFor) })}</p>}
      {control.waitingFor.map((side) => {
        const names = control.officers.filter((officer) => officer.side === side).map(({ name }) => name);
        return (
          <div key={side} className="stack-tight">
            <p className="second">
              {t('control.officers', {
                firm: meeting[side].firm,
                names: names.join(', ') || t('control.nobody'),
              })}
            </p>
            <OfficerChoice firm={meeting[side]} />
          </div>
        );
      })}
      {control.seconds
        .filter(({ needed }) => needed)
        .map(({ side, byHost }) => (
          <SecondPerson key={side} meeting={meeting} side={side} byHost={byHost} />
        ))}
      <ul>
        {control.log.map(({ side, by, at, lapsedAt }) => (
          <li key={`${side}${at}`} className="history-row">
            {t('control.log', { name: by, firm: meeting[side].firm })}
            <div className="note">
              <Span start={at} end={null} />
              {lapsedAt && (
                <>
                  {' '}
                  · {t('control.lapsed')} <Span start={lapsedAt} end={null} />
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
