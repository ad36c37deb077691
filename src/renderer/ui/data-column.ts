import type { ReactNode } from 'react';

export interface DataColumn<T> {
  readonly id: string;
  readonly header: string;
  /** A CSS grid track. */
  readonly track: string;
  readonly align?: 'start' | 'end';
  readonly cell: (row: T) => ReactNode;
  /** Whether its head asks for another order; whoever gives the rows puts them in it. */
  readonly isSortable?: boolean;
}
