import type { ReactNode } from 'react';
import { languageOfScript } from '../lib/script-language.ts';

interface PersonNameProps {
  name: string;
  nativeName?: string | null;
  nativeLanguage?: string | null;
  honorific?: string | null;
}

/** A name as it stands on the badge, with the native script beside it, read out in its own language. */
export function PersonName({ name, nativeName, nativeLanguage, honorific }: PersonNameProps): ReactNode {
  const hasOther = nativeName && nativeName !== name;
  return (
    <span>
      {honorific && `${honorific} `}
      <bdi lang={languageOfScript(name)} translate="no">
        {name}
      </bdi>
      {hasOther && (
        <>
          {' '}
          <bdi className="second" lang={nativeLanguage ?? languageOfScript(nativeName)} translate="no">
            {nativeName}
          </bdi>
        </>
      )}
    </span>
  );
}
