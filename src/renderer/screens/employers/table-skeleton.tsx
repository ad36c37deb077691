import { Skeleton } from '../../ui/skeleton.tsx';

const LINES = [0, 1, 2, 3, 4, 5, 6];

export function TableSkeleton() {
  return (
    <div className="table-skeleton" aria-hidden="true">
      {LINES.map((line) => (
        <div key={line}>
          <Skeleton width={`${24 - (line % 3) * 4}%`} />
          <Skeleton width={`${16 + (line % 2) * 3}%`} />
        </div>
      ))}
    </div>
  );
}
