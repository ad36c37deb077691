import { useTranslation } from 'react-i18next';
import { type Act, ActMenu } from '../../ui/act-menu.tsx';

export interface FileAct extends Act {
  readonly key:
    | 'here'
    | 'sheet'
    | 'tags'
    | 'print'
    | 'handOver'
    | 'give'
    | 'accesses'
    | 'ownFile'
    | 'computing'
    | 'close'
    | 'reopen'
    | 'archive'
    | 'erase';
}

interface FileMenuProps {
  readonly acts: readonly FileAct[];
  /** How long the file is kept, in words. */
  readonly retention: string;
}

/** What is seldom done to a file. */
export function FileMenu({ acts, retention }: FileMenuProps) {
  const { t } = useTranslation();
  return <ActMenu title={t('caseFile.menu.title')} label={t('caseFile.menu.button')} acts={acts} foot={retention} />;
}
