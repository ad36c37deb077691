import type { ReactNode, Ref } from 'react';
import type { PortfolioColumns } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import type { DataSorting } from '../../ui/data-sorting.ts';
import { DataTable, type DataTableHandle } from '../../ui/data-table.tsx';
import { toColumns } from './columns.ts';
import type { Person } from './people.ts';
import { usePortfolioColumns } from './portfolio-columns.tsx';
import './portfolio.css';

interface PortfolioTableProps {
  readonly label: string;
  readonly people: readonly Person[];
  readonly today: string;
  readonly activeId: string | null;
  readonly sorting: DataSorting | null;
  readonly columns: PortfolioColumns;
  readonly isReasonShown: boolean;
  readonly tags: (tagIds: readonly string[]) => ReactNode;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onSort: (sorting: DataSorting) => void;
  readonly onColumns: (columns: PortfolioColumns) => void;
  readonly foot: string;
  readonly ref: Ref<DataTableHandle>;
}

/** Most rows are of one line. */
const ROW_PX = 40;

const idOf = ({ row }: Person): string => row.id;

export function PortfolioTable({ people, columns, onColumns, ref, ...table }: PortfolioTableProps) {
  const { today, onOpen, tags, isReasonShown } = table;
  const shapes = usePortfolioColumns({ today, onOpen, tags, isReasonShown });
  return (
    <div className="portfolio-table">
      <DataTable
        ref={ref}
        label={table.label}
        columns={shapes}
        rows={people}
        rowKey={idOf}
        total={people.length}
        activeKey={table.activeId}
        onActivate={table.onActivate}
        onOpen={onOpen}
        sorting={table.sorting}
        onSort={table.onSort}
        layout={columns}
        onLayout={(layout) => onColumns(toColumns(layout))}
        rowPx={ROW_PX}
        foot={table.foot}
      />
    </div>
  );
}
