import { generate } from 'lean-qr';
import type { ReactNode } from 'react';

/** The quiet zone that readers need around a code (ISO/IEC 18004). */
const margin = 4;

/** A QR code, always dark on light, since many readers know no other. */
export function QrCode({ text, label }: { text: string; label: string }): ReactNode {
  const code = generate(text);
  const across = code.size + 2 * margin;
  let dots = '';
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) dots += `M${x + margin} ${y + margin}h1v1h-1z`;
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${across} ${across}`}
      shapeRendering="crispEdges"
    >
      <rect width={across} height={across} fill="#fff" />
      <path d={dots} fill="#000" />
    </svg>
  );
}
