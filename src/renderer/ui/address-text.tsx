import { Fragment } from 'react';

/** An address that breaks after its "@" and its dots before it breaks inside a word; copied, it is what it was. */
export function AddressText({ text }: { readonly text: string }) {
  return text.split(/(?<=[@.])/).map((part, index) => (
    <Fragment key={index}>
      {index === 0 ? null : <wbr />}
      {part}
    </Fragment>
  ));
}
