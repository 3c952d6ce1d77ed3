import { Tick } from '@forum/ui/forms/field';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { controlLists, entryTitle } from './list-entries.ts';

const lists = ['military', 'dual-use'] as const;

/** Which entries of the control lists a topic touches; most touch none. Those that are `kept` stay chosen. */
export function EntryChoice({
  chosen,
  kept = [],
  onChange,
  children,
}: {
  chosen: readonly string[];
  kept?: readonly string[];
  onChange: (entries: string[]) => void;
  children?: ReactNode;
}): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <details className="panel entry-choice">
      <summary>
        {t('control.ask')}
        <span className="second">{chosen.length > 0 ? chosen.join(', ') : t('control.none-chosen')}</span>
      </summary>
      <div className="stack">
        <p className="second">{t('control.ask-hint')}</p>
        {lists.map((list) => (
          <fieldset key={list}>
            <legend className="field-label">{t(`control.list.${list}`)}</legend>
            {controlLists[list].map(({ code }) => (
              <Tick
                key={code}
                label={entryTitle(code, i18n.language)}
                checked={chosen.includes(code)}
                disabled={kept.includes(code) || (!chosen.includes(code) && chosen.length >= 12)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
                }
              />
            ))}
          </fieldset>
        ))}
        {children}
      </div>
    </details>
  );
}
