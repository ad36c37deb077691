import { hashKey } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { EmployerLine } from '../employer-line.ts';
import type { CompleteSearch } from '../search.ts';
import type { PointsQuery } from '../suggestion.queries.ts';
import { EmployerMap } from './employer-map.tsx';

/** What the pointer is on, in the table and on the map alike. */
export interface Pointing {
  readonly pointedKey: string | null;
  readonly onPoint: (key: string | null) => void;
}

interface ListAndMapProps {
  readonly isMapShown: boolean;
  /** Null until the place is known. */
  readonly search: CompleteSearch | null;
  readonly points: PointsQuery;
  /** False where the person said no to computing (R11). */
  readonly isComputed?: boolean;
  readonly rows: readonly EmployerLine[];
  readonly activeKey: string | null;
  /** A point was chosen, and its row is in the table. */
  readonly onChoose: (key: string) => void;
  /** More rows are wanted; asked again until the one that was chosen is there. */
  readonly onMore: () => void;
  readonly children: (pointing: Pointing) => ReactNode;
}

/** A table of employers with its map beside, one selection for both. */
export function ListAndMap(props: ListAndMapProps) {
  const { isMapShown, search, points, isComputed = true, rows, activeKey, onChoose, onMore, children } = props;
  const [pointedKey, setPointedKey] = useState<string | null>(null);
  const names = useMemo(
    () => new Map(rows.map((line) => [line.key, line.kind === 'own' ? line.name : line.employer.name])),
    [rows],
  );
  // The map shows the whole list, the table what was read of it: the row of a point may be further down.
  const wanted = useRef<string | null>(null);
  const choose = (key: string): void => {
    wanted.current = key;
    reach();
  };
  const reach = (): void => {
    const key = wanted.current;
    if (key === null) return;
    if (!names.has(key)) {
      onMore();
      return;
    }
    wanted.current = null;
    onChoose(key);
  };
  // Another list, or another row that was gone to meanwhile: the rest of the table is not read for a point nobody wants.
  const list = hashKey(points.queryKey);
  useEffect(() => {
    wanted.current = null;
  }, [list, activeKey]);
  const reachOn = useEffectEvent(reach);
  useEffect(() => reachOn(), [rows]);

  const hasMap = isMapShown && search !== null;
  return (
    <div className="list-and-map" data-map={hasMap}>
      {children({ pointedKey: hasMap ? pointedKey : null, onPoint: setPointedKey })}
      {hasMap ? (
        <EmployerMap
          // Another map after the switch: what was computed is not drawn while the places come.
          key={isComputed ? 'computed' : 'places'}
          search={search}
          points={points}
          activeKey={activeKey}
          pointedKey={pointedKey}
          names={names}
          onChoose={choose}
          onPoint={setPointedKey}
        />
      ) : null}
    </div>
  );
}
