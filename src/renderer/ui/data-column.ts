import type { ReactNode } from 'react';

export interface DataColumn<T> {
  readonly id: string;
  readonly header: string;
  /** A CSS grid track. */
  readonly track: string;
  /** The least it may be, in pixels, where the columns of the table can be arranged. */
  readonly minPx?: number;
  readonly align?: 'start' | 'end';
  readonly cell: (row: T) => ReactNode;
  /** Whether its head asks for another order; whoever gives the rows puts them in it. */
  readonly isSortable?: boolean;
}
