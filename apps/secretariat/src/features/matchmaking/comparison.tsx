import type { SettingsPreview } from '@forum/contract/matchmaking/settings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const figureNames = ['suggested', 'unreached', 'belowFloor', 'exposureGini'] as const;

/** What other weights would change: the figures, then the firms, the most changed first. */
export function Comparison({ preview }: { preview: SettingsPreview }): ReactNode {
  const { t, i18n } = useTranslation();
  const { before, after, changed, gained, lost, firms } = preview;
  const shown = (value: number) =>
    value.toLocaleString(i18n.language, { maximumFractionDigits: Number.isInteger(value) ? 0 : 3 });
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(', ');
  return (
    <section className="stack" role="status">
      <p>
        <strong>
          {changed === 0 ? t('matching.no-changes') : t('matching.changes', { changed, gained, lost })}
        </strong>
      </p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('matching.figure')}</th>
            <th scope="col">{t('matching.before')}</th>
            <th scope="col">{t('matching.after')}</th>
          </tr>
        </thead>
        <tbody>
          {figureNames.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`matching.figures.${name}`)}</th>
              <td className="figures">{shown(before[name])}</td>
              <td className="figures">{shown(after[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="ruled">
        {firms.map(({ firm, gained: more, lost: fewer }) => (
          <li key={firm.id} className="history-row stack-tight">
            <strong>{firm.name}</strong>
            {more.length > 0 && (
              <span className="second">
                {t('matching.gains')}: {names(more)}
              </span>
            )}
            {fewer.length > 0 && (
              <span className="second">
                {t('matching.loses')}: {names(fewer)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
