import type { ReactNode } from 'react';
import { LanguageChoice } from '../forms/language-choice.tsx';

interface DoorProps {
  /** The mark and name of the forum or the desk, with a link where it leads somewhere. */
  sign: ReactNode;
  accent?: string;
  children: ReactNode;
}

/** The frame of screens outside an edition: the sign, the choice of language, and the content. */
export function Door({ sign, accent, children }: DoorProps): ReactNode {
  return (
    <div className="front" data-accent={accent}>
      <header className="front-head">
        {sign}
        <LanguageChoice />
      </header>
      <main className="front-main">{children}</main>
    </div>
  );
}
