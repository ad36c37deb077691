import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApproachRow } from '../../../shared/domain/approach/approach.schema.ts';
import { headcountText } from '../../i18n/words.ts';
import './approach-paper.css';
import { addressText } from './approach-words.ts';
import { Immersion } from './immersion.tsx';

/** One thing the person can do, as *Situation* has it. */
export interface Strength {
  readonly label: string;
  readonly value: ReactNode;
}

interface ArgumentSheetProps {
  readonly row: ApproachRow;
  readonly strengths: readonly Strength[];
  /** On paper it is the person's, who speaks in the first person. */
  readonly isPaper: boolean;
  /** Shown where nothing is noted of what the person can do; null to leave it out. */
  readonly whereNone: ReactNode;
}

const ASKS = ['asksFirst', 'asksSecond', 'asksThird'] as const;
const OCCUPATIONS_SAID = 4;

/** What to say at one employer: what the person can do, what is done there, what to ask, and what the law allows. */
export function ArgumentSheet({ row, strengths, isPaper, whereNone }: ArgumentSheetProps) {
  const { t } = useTranslation();
  return (
    <div className="argument-sheet">
      <section>
        <h2>{t('approach.sentence.title')}</h2>
        <p className="argument-sentence" lang="fr">
          {t('decision.quoted', { words: row.ownSentence ?? row.proposedSentence })}
        </p>
      </section>
      {strengths.length === 0 && whereNone === null ? null : (
        <section>
          <h2>{t(isPaper ? 'approach.sheet.paperCan' : 'approach.sheet.can')}</h2>
          {strengths.length === 0 ? whereNone : <Strengths strengths={strengths} isPaper={isPaper} />}
        </section>
      )}
      <section>
        <h2>{t('approach.sheet.does')}</h2>
        <WhatIsDone row={row} />
      </section>
      <section>
        <h2>{t('approach.sheet.asks')}</h2>
        <ul>
          {ASKS.map((ask) => (
            <li key={ask}>{t(`approach.sheet.${ask}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('approach.sheet.law')}</h2>
        <p>{t('immersion.title')}</p>
        <Immersion />
      </section>
    </div>
  );
}

/** On paper the words are the person's own, without what a file calls them. */
function Strengths({ strengths, isPaper }: Pick<ArgumentSheetProps, 'strengths' | 'isPaper'>) {
  if (isPaper) {
    return (
      <ul>
        {strengths.map(({ label, value }) => (
          <li key={label}>{value}</li>
        ))}
      </ul>
    );
  }
  return (
    <dl>
      {strengths.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function WhatIsDone({ row }: { readonly row: ApproachRow }) {
  const { t, i18n } = useTranslation();
  const { known, sectorLabel } = row;
  if (known === null) return <p className="quiet">{t('approach.sheet.doesNothing')}</p>;
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
    known.occupations.slice(0, OCCUPATIONS_SAID),
  );
  return (
    <>
      <p>
        {[sectorLabel, headcountText(t, known.headcountBand, i18n.language), addressText(row)]
          .filter((part) => part !== null && part !== '')
          .join(' · ')}
      </p>
      {known.occupations.length === 0 ? null : (
        <p>
          {t('approach.sheet.hires', { list })} <span className="quiet">{t('approach.sheet.hiresSource')}</span>
        </p>
      )}
    </>
  );
}
