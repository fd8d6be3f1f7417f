import type { ReactNode } from 'react';
import { Frame } from './frame.tsx';
import { ProductMark } from './product-mark.tsx';

/** The frame of pages that know nobody: sign-in, the first run, errors. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <Frame
      bar={
        <header className="border-b-4 border-ink print:hidden">
          <div className="mx-auto max-w-page px-gutter py-close md:px-gutter-wide">
            <ProductMark />
          </div>
        </header>
      }
    >
      {children}
    </Frame>
  );
}
