export interface CaseFileUseCases {
  readonly name: string;
}
