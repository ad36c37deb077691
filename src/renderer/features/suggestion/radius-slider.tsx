import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { distanceText } from '../../i18n/formats.ts';
import { nextRadius, RADIUS_MAX, RADIUS_MIN } from './radius.ts';

interface RadiusSliderProps {
  readonly id: string;
  readonly radiusKm: number;
  readonly onChange: (radiusKm: number) => void;
  readonly hasFocusFirst?: boolean;
}

/** Dragged by the kilometre; the arrows go by five, as people say distances. */
export function RadiusSlider({ id, radiusKm, onChange, hasFocusFirst = false }: RadiusSliderProps) {
  const { i18n } = useTranslation();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const way = STEPS[event.key];
    if (way === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onChange(nextRadius(radiusKm, way));
  };
  return (
    <input
      id={id}
      className="range"
      type="range"
      data-autofocus={hasFocusFirst || undefined}
      min={RADIUS_MIN}
      max={Math.max(RADIUS_MAX, radiusKm)}
      step={1}
      value={radiusKm}
      aria-valuetext={distanceText(radiusKm, i18n.language)}
      onKeyDown={onKeyDown}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
