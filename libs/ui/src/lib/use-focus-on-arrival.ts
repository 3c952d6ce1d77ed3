import { type RefObject, useEffect, useRef } from 'react';

const patience = 10_000;

/** The heading that a reader has come to: of the detail where one is open beside its list. */
function headingIn(content: HTMLElement): HTMLElement | null {
  return (content.querySelector('.pane-detail') ?? content).querySelector('h1');
}

function take(heading: HTMLElement): void {
  heading.setAttribute('tabindex', '-1');
  heading.focus({ preventScroll: true });
}

/** Puts the focus on the heading of each screen that the reader goes to, as soon as it is there, so that it is read out. */
export function useFocusOnArrival(content: RefObject<HTMLElement | null>, screen: string): void {
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen || !content.current) return;
    shown.current = screen;
    const whole = content.current;
    const here = headingIn(whole);
    if (here) return take(here);
    const watch = new MutationObserver(() => {
      const heading = headingIn(whole);
      if (!heading) return;
      watch.disconnect();
      take(heading);
    });
    watch.observe(whole, { childList: true, subtree: true });
    const tired = setTimeout(() => watch.disconnect(), patience);
    return () => {
      watch.disconnect();
      clearTimeout(tired);
    };
  }, [content, screen]);
}
