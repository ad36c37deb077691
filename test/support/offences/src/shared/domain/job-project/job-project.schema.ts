export interface JobProject {
  readonly place: string;
}
