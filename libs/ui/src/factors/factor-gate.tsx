import { type ReactNode, useState } from 'react';
import { type SignedIn } from '../lib/edition.ts';
import { SecondFactor } from './second-factor.tsx';

/** What waits until the second factor was shown; recovery codes stay until they were kept, though roles count already. */
export function FactorGate({ me, children }: { me: SignedIn; children: ReactNode }): ReactNode {
  const waits = me.secondFactor.wanted && !me.secondFactor.shown;
  const [isOpen, setOpen] = useState(waits);
  if (waits && !isOpen) setOpen(true);
  return isOpen ? (
    <div className="page">
      <SecondFactor onShown={() => setOpen(false)} />
    </div>
  ) : (
    children
  );
}
