import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../../shared/domain/dataset/dataset.schema.ts';
import type { EmployerPage, SuggestedEmployer } from '../../../../shared/domain/suggestion/suggestion.schema.ts';
import { ExplanationPanel } from '../../../features/suggestion/explanation-panel.tsx';
import type { CompleteSearch } from '../../../features/suggestion/search.ts';
import {
  caseExplanationOf,
  type CaseListInput,
  casePointsOf,
} from '../../../features/suggestion/suggestion.queries.ts';
import { numberText } from '../../../i18n/formats.ts';
import { Button } from '../../../ui/button.tsx';
import type { CaseLine } from './case-rows.ts';

interface RowDetailProps {
  readonly line: CaseLine;
  readonly input: CaseListInput;
  /** The question behind the list; null until the place is known. */
  readonly search: CompleteSearch | null;
  /** Null where nothing is computed. */
  readonly page: EmployerPage | null;
  readonly manifest: Manifest | null;
  readonly proposedThisWeek: number;
  readonly isMapShown: boolean;
  readonly onWiden: (radiusKm: number) => void;
  readonly onOpen: () => void;
}

/** Under a row: why it is there; without computing or for one's own company, only what is known. */
export function RowDetail(props: RowDetailProps) {
  const { line, input, search, page, manifest, proposedThisWeek, onWiden, onOpen } = props;
  const { t, i18n } = useTranslation();
  const proposed =
    proposedThisWeek === 0
      ? undefined
      : t('decision.proposed', { count: proposedThisWeek, n: numberText(proposedThisWeek, i18n.language) });
  if (line.kind === 'own') {
    return (
      <div className="listed-detail">
        <p>{t('caseFile.employers.ownDetail')}</p>
      </div>
    );
  }
  const { employer } = line;
  if (page !== null && search !== null && manifest !== null && isSuggested(employer)) {
    return (
      <ExplanationPanel
        explanation={caseExplanationOf(input, employer.siret)}
        points={props.isMapShown ? null : casePointsOf(input)}
        search={search}
        employer={employer}
        page={page}
        sources={manifest.sources}
        onWiden={onWiden}
        onOpen={onOpen}
        aside={proposed}
      />
    );
  }
  return (
    <div className="listed-detail">
      <p>{t('caseFile.employers.listedDetail')}</p>
      {proposed === undefined ? null : <p className="quiet">{proposed}</p>}
      <div>
        <Button size="small" shortcut="O" onClick={onOpen}>
          {t('why.open')}
        </Button>
      </div>
    </div>
  );
}

function isSuggested(employer: object): employer is SuggestedEmployer {
  return 'potential' in employer;
}
