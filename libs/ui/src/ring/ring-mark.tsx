import type { ReactNode } from 'react';

const points = [0, 1, 2, 3, 4].map((i) => {
  const angle = (i / 5) * 2 * Math.PI - Math.PI / 2;
  return { x: 16 + 11.5 * Math.cos(angle), y: 16 + 11.5 * Math.sin(angle) };
});

/** The forum's sign: the ring of capitals, the current host filled. */
export function RingMark(): ReactNode {
  return (
    <svg className="ring-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="11.5" fill="none" stroke="currentcolor" strokeWidth="1.6" />
      {points.map(({ x, y }, i) => (
        <circle
          key={i}
          className={i === 0 ? 'current' : undefined}
          cx={x}
          cy={y}
          r={i === 0 ? 4.2 : 2.8}
          fill={i === 0 ? undefined : 'currentcolor'}
        />
      ))}
    </svg>
  );
}
