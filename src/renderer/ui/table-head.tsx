import type { DataColumn } from './data-column.ts';
import type { DataSorting } from './data-sorting.ts';
import { HeadCell, type HeadArranging } from './head-cell.tsx';

interface TableHeadProps<T> {
  readonly columns: readonly DataColumn<T>[];
  readonly sorting: DataSorting | null;
  readonly onSort?: (sorting: DataSorting) => void;
  readonly arranging?: HeadArranging;
  /** The column whose head Tab leads to, where the heads are walked with the arrows. */
  readonly head: string;
}

export function TableHead<T>({ columns, sorting, onSort, arranging, head }: TableHeadProps<T>) {
  return (
    <div className="table-head" role="rowgroup">
      <div className="table-head-row" role="row" aria-rowindex={1}>
        {columns.map(({ id, header, align = 'start', isSortable }) => (
          <HeadCell
            key={id}
            id={id}
            align={align}
            sorting={sorting}
            isTabStop={id === head}
            {...(onSort === undefined || isSortable !== true ? {} : { onSort })}
            {...(arranging === undefined ? {} : { arranging })}
          >
            {header}
          </HeadCell>
        ))}
      </div>
    </div>
  );
}
