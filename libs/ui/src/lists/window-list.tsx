import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** The heights that the rows of a list had when it was left, so that Back finds the place where one was. */
const remembered = new Map<string, VirtualItem[]>();

interface WindowListProps<Item> {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** Height of a row before it was measured, in pixels. */
  estimate: number;
  label: string;
  children: (item: Item, index: number) => ReactNode;
}

/** A long list of which only the rows near the window exist; it scrolls with the page. */
export function WindowList<Item>({
  items,
  keyOf,
  estimate,
  label,
  children,
}: WindowListProps<Item>): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), []);
  // Kept the same between renders: else every row that is measured measures all of them anew.
  const estimateSize = useCallback(() => estimate, [estimate]);
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    [items, keyOf],
  );
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize,
    overscan: 8,
    scrollMargin: margin,
    initialMeasurementsCache: remembered.get(label) ?? [],
    getItemKey,
  });
  useEffect(() => () => void remembered.set(label, virtual.measurementsCache), [label, virtual]);
  return (
    <div
      ref={list}
      role="list"
      aria-label={label}
      style={{ position: 'relative', blockSize: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map((row) => {
        const item = items[row.index];
        return (
          <div
            key={row.key}
            ref={virtual.measureElement}
            role="listitem"
            aria-setsize={items.length}
            aria-posinset={row.index + 1}
            data-index={row.index}
            style={{
              position: 'absolute',
              insetInline: 0,
              insetBlockStart: 0,
              translate: `0 ${row.start - margin}px`,
            }}
          >
            {item !== undefined && children(item, row.index)}
          </div>
        );
      })}
    </div>
  );
}
