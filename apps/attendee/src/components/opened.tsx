import { Notice } from '@forum/ui/states/notice';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A thing as a form opened it, while others may change it too. */
export interface OpenedThing {
  /** The version that the form shows; a write goes out with it, so that it overwrites nothing unseen. */
  seen: number;
  /** Somebody has changed the thing meanwhile; the notice asks what to do. Null while nobody has. */
  notice: ReactNode;
  /** One's own write made this version. */
  saved: (version: number) => void;
}

interface OpenedProps {
  /** The newest version that is known. */
  version: number;
  children: (opened: OpenedThing) => ReactNode;
}

/** Keeps what is typed in a form when somebody else saves the same thing, and lets its writer choose whose counts. */
export function Opened({ version, children }: OpenedProps): ReactNode {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(version);
  const [opening, setOpening] = useState(0);
  const notice = version > seen && (
    <Notice tone="care">
      <p>{t('opened.changed')}</p>
      <p className="line-up">
        <button className="button" type="button" onClick={() => setSeen(version)}>
          {t('opened.mine')}
        </button>
        <button
          className="button"
          type="button"
          onClick={() => {
            setSeen(version);
            setOpening(opening + 1);
          }}
        >
          {t('opened.theirs')}
        </button>
      </p>
    </Notice>
  );
  return (
    <Fragment key={opening}>
      {children({ seen, notice: notice || null, saved: (own) => setSeen((before) => Math.max(before, own)) })}
    </Fragment>
  );
}
