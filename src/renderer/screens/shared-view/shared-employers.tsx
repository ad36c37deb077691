import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SharedEmployer, SharedReason } from '../../../shared/domain/shared-view/shared-view.schema.ts';
import { distanceText } from '../../i18n/formats.ts';
import { headcountText } from '../../i18n/words.ts';
import { SharedPart } from './shared-part.tsx';

interface SharedEmployersProps {
  readonly pointed: SharedEmployer | null;
  readonly retained: readonly SharedEmployer[];
  /** Where distances are from. */
  readonly placeName: string | null;
  readonly isQuietWhenEmpty?: boolean;
}

/** The company that is spoken of, with why and what to say; then those that were retained. None that was not. */
export function SharedEmployers({ pointed, retained, placeName, isQuietWhenEmpty = false }: SharedEmployersProps) {
  const { t, i18n } = useTranslation();
  if (pointed === null && retained.length === 0) {
    return isQuietWhenEmpty ? null : <p className="shared-lead">{t('shared.employers.looking')}</p>;
  }
  const sentences = new Set(retained.map(({ sentence }) => sentence));
  // The same for all: said once, under them.
  const isOneSentence = retained.length > 1 && sentences.size === 1;
  return (
    <div className="shared-employers">
      {pointed === null ? null : <Pointed employer={pointed} placeName={placeName} />}
      {retained.length === 0 ? null : (
        <SharedPart title={t('meeting.retained')}>
          <ul className="shared-lines">
            {retained.map((employer, index) => (
              <li key={index}>
                <strong>{employer.name}</strong>
                <span className="shared-where">{whereText(t, employer, placeName, i18n.language)}</span>
                {pointed === null && !isOneSentence ? <Sentence employer={employer} /> : null}
              </li>
            ))}
          </ul>
          {pointed === null && isOneSentence && retained[0] !== undefined ? (
            <>
              <h3>{t('shared.employers.say')}</h3>
              <p>
                <Sentence employer={retained[0]} />
              </p>
            </>
          ) : null}
        </SharedPart>
      )}
    </div>
  );
}

/** In French, as it is said there, whatever the language of the screen. */
function Sentence({ employer: { sentence } }: { readonly employer: SharedEmployer }) {
  const { t } = useTranslation();
  return (
    <span className="shared-say" lang="fr">
      {t('decision.quoted', { words: sentence })}
    </span>
  );
}

function Pointed({
  employer,
  placeName,
}: Pick<SharedEmployersProps, 'placeName'> & { readonly employer: SharedEmployer }) {
  const { t, i18n } = useTranslation();
  const { name, sectorLabel, headcountBand, wayIn, reasons, isRetained } = employer;
  const size = headcountBand === null ? null : headcountText(t, headcountBand, i18n.language);
  const what = [sectorLabel, reasons.length === 0 ? size : null].filter((part) => part !== null && part !== '');
  return (
    <article className="shared-pointed" aria-label={name}>
      <h2>{name}</h2>
      {isRetained ? <p className="shared-retained">{t('shared.employers.retained')}</p> : null}
      <p>{whereText(t, employer, placeName, i18n.language)}</p>
      {what.length === 0 ? null : <p className="shared-more-line">{what.join(', ')}</p>}
      {reasons.length === 0 ? null : (
        <>
          <h3>{t('shared.employers.why')}</h3>
          <ul className="shared-lines">
            {reasons.map((reason) => (
              <li key={reason.factor} className="shared-reason">
                {reasonText(t, reason, { employer, placeName, size, language: i18n.language })}
                <span className="shared-more">{t(`contribution.${reason.weight}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {wayIn === null ? null : (
        <>
          <h3>{t('shared.employers.how')}</h3>
          <p>{t(`shared.employers.waysIn.${wayIn}`)}</p>
        </>
      )}
      <h3>{t('shared.employers.say')}</h3>
      <p>
        <Sentence employer={employer} />
      </p>
    </article>
  );
}

/** "Metz, à 2,8 km au nord de Metz, à vol d’oiseau". */
function whereText(t: TFunction, employer: SharedEmployer, placeName: string | null, language: string): string {
  const { communeName, distanceKm, direction } = employer;
  const far = distanceKm === null ? null : distanceText(distanceKm, language);
  const way =
    far === null || placeName === null
      ? null
      : direction === null
        ? t('shared.employers.from', { distance: far, place: placeName })
        : t('shared.employers.fromTowards', {
            distance: far,
            place: placeName,
            direction: t(`shared.employers.directions.${direction}`),
          });
  return [communeName, way].filter((part) => part !== null && part !== '').join(', ');
}

interface Told {
  readonly employer: SharedEmployer;
  readonly placeName: string | null;
  readonly size: string | null;
  readonly language: string;
}

function reasonText(t: TFunction, reason: SharedReason, { employer, placeName, size, language }: Told): string {
  switch (reason.factor) {
    case 'potential':
      return t(`shared.employers.hires.${reason.hires}`);
    case 'distance':
      return employer.distanceKm === null || placeName === null
        ? t('shared.employers.distanceUnknown')
        : t('shared.employers.distance', { place: placeName, distance: distanceText(employer.distanceKm, language) });
    case 'size':
      return size ?? t('headcount.unknown');
  }
}
