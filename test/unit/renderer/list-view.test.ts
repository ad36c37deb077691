import { expect, it } from 'vitest';
import { type ListView, steppedBack, UNMOVED } from '../../../src/renderer/screens/case-file/employers/list-view.ts';

const VIEW: ListView = {
  ...UNMOVED,
  ...{ part: 'list', group: 'private', activeKey: 'a', openKey: 'a', isWideningOpen: true, isWhatIfOpen: true },
};

it('steps back from the detail of a row, then from widening, then from what can be moved', () => {
  const detail = steppedBack(VIEW);
  expect(detail).toEqual({ openKey: null });
  const widening = steppedBack({ ...VIEW, ...detail });
  expect(widening).toEqual({ isWideningOpen: false });
  expect(steppedBack({ ...VIEW, ...detail, ...widening })).toEqual({ isWhatIfOpen: false });
});
