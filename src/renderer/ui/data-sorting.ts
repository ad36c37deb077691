/** The column that sorts, and which way. */
export interface DataSorting {
  readonly id: string;
  readonly isDescending: boolean;
}
