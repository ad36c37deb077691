import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useColourScheme } from '../../../platform/colour-scheme.ts';
import { readPalette } from './map-palette.ts';
import type { MapScene } from './map-scene.ts';
import { type MapView, openMapView } from './map-view.ts';

interface MapCanvasProps {
  readonly scene: MapScene;
  readonly onChoose: (key: string) => void;
  readonly onPoint: (key: string | null) => void;
  /** Nothing can be drawn on this machine. */
  readonly onFail: () => void;
}

/** The drawing itself: for the eye and the pointer, since the table is the same thing for the keys and for a voice. */
export function MapCanvas({ scene, onChoose, onPoint, onFail }: MapCanvasProps) {
  const { t } = useTranslation();
  const ground = useRef<HTMLDivElement>(null);
  const view = useRef<MapView | null>(null);
  const scheme = useColourScheme();
  const choose = useEffectEvent((key: string) => onChoose(key));
  const point = useEffectEvent((key: string | null) => onPoint(key));
  const open = useEffectEvent((container: HTMLElement): MapView => {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    return openMapView({
      container,
      palette: readPalette(container),
      scene,
      isStill,
      onChoose: choose,
      onPoint: point,
    });
  });
  const fail = useEffectEvent(() => onFail());

  useEffect(() => {
    if (ground.current === null) return undefined;
    try {
      view.current = open(ground.current);
    } catch {
      fail();
    }
    return () => {
      view.current?.remove();
      view.current = null;
    };
  }, []);
  useEffect(() => view.current?.show(scene), [scene]);
  const drawnScheme = useRef(scheme);
  useEffect(() => {
    if (drawnScheme.current === scheme || ground.current === null) return;
    drawnScheme.current = scheme;
    view.current?.repaint(readPalette(ground.current));
  }, [scheme]);

  return (
    // The keys stay with the table: pressing a button of the mouse here takes no focus.
    <div className="map-ground" aria-hidden="true" onMouseDown={(event) => event.preventDefault()}>
      <div ref={ground} className="map-canvas" />
      <div className="map-buttons">
        <button type="button" tabIndex={-1} title={t('map.closer')} onClick={() => view.current?.zoom(1)}>
          +
        </button>
        <button type="button" tabIndex={-1} title={t('map.farther')} onClick={() => view.current?.zoom(-1)}>
          −
        </button>
        <button type="button" tabIndex={-1} onClick={() => view.current?.fit()}>
          {t('map.fit')}
        </button>
      </div>
    </div>
  );
}
