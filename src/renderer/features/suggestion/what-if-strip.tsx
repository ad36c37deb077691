import { type CSSProperties, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FACTOR_NAMES, type FactorName } from '../../../shared/domain/suggestion/suggestion.ts';
import {
  type FactorWeights,
  MOST_WEIGHT,
  USUAL_WEIGHTS,
  WEIGHT_STEP,
  weightWord,
  withWeight,
} from '../../../shared/domain/suggestion/weights.rules.ts';
import { distanceText, numberText } from '../../i18n/formats.ts';
import { RadiusSlider } from './radius-slider.tsx';
import './what-if-strip.css';

interface WhatIfStripProps {
  readonly id: string;
  readonly radiusKm: number;
  readonly weights: FactorWeights;
  readonly onRadius: (radiusKm: number) => void;
  readonly onWeights: (weights: FactorWeights) => void;
}

/** "Et si…": what the list is made of, moved while one looks at it. It covers nothing of the list. */
export function WhatIfStrip({ id, radiusKm, weights, onRadius, onWeights }: WhatIfStripProps) {
  const { t, i18n } = useTranslation();
  const fieldId = useId();
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.querySelector('input')?.focus(), []);
  return (
    <section ref={root} id={id} className="what-if" aria-label={t('whatIf.label')}>
      <Control htmlFor={`${fieldId}radius`} title={t('whatIf.radius')} value={distanceText(radiusKm, i18n.language)}>
        <RadiusSlider id={`${fieldId}radius`} radiusKm={radiusKm} onChange={onRadius} />
      </Control>
      {FACTOR_NAMES.map((name) => (
        <Control
          key={name}
          htmlFor={`${fieldId}${name}`}
          title={t(`whatIf.factors.${name}`)}
          value={t(`whatIf.weights.${weightWord(weights[name])}`)}
        >
          <WeightSlider
            id={`${fieldId}${name}`}
            name={name}
            weight={weights[name]}
            onChange={(weight) => onWeights(withWeight(weights, name, weight))}
          />
        </Control>
      ))}
    </section>
  );
}

interface ControlProps {
  readonly htmlFor: string;
  readonly title: string;
  readonly value: string;
  readonly children: ReactNode;
}

function Control({ htmlFor, title, value, children }: ControlProps) {
  return (
    <div className="what-if-control">
      <div className="what-if-head">
        <label htmlFor={htmlFor}>{title}</label>
        <span aria-hidden="true">{value}</span>
      </div>
      {children}
    </div>
  );
}

interface WeightSliderProps {
  readonly id: string;
  readonly name: FactorName;
  readonly weight: number;
  readonly onChange: (weight: number) => void;
}

/** A word for whoever listens or looks; the mark under it is where the usual order has it. */
function WeightSlider({ id, name, weight, onChange }: WeightSliderProps) {
  const { t, i18n } = useTranslation();
  const usual = USUAL_WEIGHTS[name];
  const n = (value: number): string => numberText(value, i18n.language);
  const said = t(weight === usual ? 'whatIf.saidUsual' : 'whatIf.said', {
    word: t(`whatIf.weights.${weightWord(weight)}`),
    n: n(weight),
  });
  return (
    <div className="what-if-slider" style={{ '--usual': usual / MOST_WEIGHT } as CSSProperties}>
      <input
        id={id}
        className="range"
        type="range"
        min={0}
        max={MOST_WEIGHT}
        step={WEIGHT_STEP}
        value={weight}
        aria-valuetext={said}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}
