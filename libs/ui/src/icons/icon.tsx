import type { ReactNode } from 'react';

/** Drawn on a grid of 24, two units thick, without meaning of their own: a word always stands beside them. */
const paths = {
  today: 'M12 7v5l3 3M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  programme: 'M4 6h16M4 12h16M4 18h10M8 3v6M8 9v6',
  meetings:
    'M4 20v-2a4 4 0 0 1 4-4h1M20 20v-2a4 4 0 0 0-4-4h-1M8 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM16 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM9 19h6',
  firms: 'M4 21V8l8-5 8 5v13M9 21v-6h6v6M9 10h.01M15 10h.01',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21a8 8 0 0 1 16 0',
  star: 'm12 3 2.7 5.7 6.3.8-4.6 4.3 1.2 6.2L12 17l-5.6 3 1.2-6.2L3 9.5l6.3-.8L12 3Z',
  search: 'm20 20-4.5-4.5M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z',
  warning:
    'M12 9v4M12 17h.01M10.3 4.3 2.7 17.5A2 2 0 0 0 4.4 20.5h15.2a2 2 0 0 0 1.7-3L13.7 4.3a2 2 0 0 0-3.4 0Z',
  offline: 'm3 3 18 18M5 12.5a10 10 0 0 1 4-2.3M15.5 10.5a10 10 0 0 1 3.5 2M8.5 16a5 5 0 0 1 6 -.7M12 20h.01',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'm14 6-6 6 6 6',
  forward: 'm10 6 6 6-6 6',
  info: 'M12 11v6M12 7.5h.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  calendar: 'M4 9h16M8 3v4M16 3v4M5 5h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M5 11h14v10H5V11Z',
  moved: 'M4 8h12l-3-3M20 16H8l3 3',
  late: 'M12 7v5l3 2M21 12a9 9 0 1 1-3-6.7M21 3v4h-4',
  help: 'M9 9a3 3 0 1 1 4 2.8c-.7.3-1 .9-1 1.7M12 17h.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  dot: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z',
} as const;

export type IconName = keyof typeof paths;

/** A sign beside a word; hidden from screen readers, who hear the word. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill={filled ? 'currentcolor' : 'none'}
        stroke="currentcolor"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
