import { type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { BesideDetail } from '../lib/beside-detail.ts';

interface HeadingProps {
  /** What the browser's tab says before the name of the forum; the heading too, unless it has more to show. */
  tab: string;
  lang?: string | undefined;
  className?: string;
  children?: ReactNode;
}

/** The heading of a screen, which also names the browser's tab. */
export function Heading({ tab, lang, className, children }: HeadingProps): ReactNode {
  const { t } = useTranslation();
  const isBeside = useContext(BesideDetail);
  return (
    <>
      {!isBeside && <title>{`${tab} · ${t('shell.forum')}`}</title>}
      <h1 tabIndex={-1} lang={lang} className={className}>
        {children ?? tab}
      </h1>
    </>
  );
}
