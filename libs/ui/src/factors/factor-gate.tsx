import { type ReactNode, useState } from 'react';
import type { SignedIn } from '../lib/edition.ts';
import { SecondFactor } from './second-factor.tsx';

interface FactorGateProps {
  me: SignedIn;
  /** What stands around the gate itself, where its place has no frame yet. */
  frame?: (gate: ReactNode) => ReactNode;
  children: ReactNode;
}

/** What waits until the second factor was shown; recovery codes stay until they were kept, though roles count already. */
export function FactorGate({ me, frame = (gate) => gate, children }: FactorGateProps): ReactNode {
  const waits = me.secondFactor.wanted && !me.secondFactor.shown;
  const [isOpen, setOpen] = useState(waits);
  if (waits && !isOpen) setOpen(true);
  if (!isOpen) return children;
  return frame(
    <div className="page">
      <SecondFactor onShown={() => setOpen(false)} />
    </div>,
  );
}
