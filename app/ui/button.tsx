import { Link, type LinkProps } from '@remix-run/react';
import type { ComponentPropsWithoutRef } from 'react';

type Look = 'primary' | 'secondary' | 'warning';

const looks: Record<Look, string> = {
  primary: 'border-transparent bg-action text-paper hover:bg-action-hover',
  secondary: 'border-ink bg-paper text-ink hover:bg-panel',
  warning: 'border-transparent bg-danger text-paper hover:bg-danger-hover',
};

/* The transparent border becomes visible in forced colours, where fills go. */
const shape =
  'inline-flex min-h-target items-center justify-center border-2 px-4 py-1 text-center text-body font-strong no-underline cursor-pointer focus-visible:bg-focus focus-visible:text-ink focus-visible:border-focus disabled:cursor-not-allowed disabled:opacity-60 print:hidden';

interface ButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'className'> {
  /** One primary button a form; warning for what destroys. */
  look?: Look;
}

/** Does something: sends a form. */
export function Button({ look = 'primary', type = 'submit', ...button }: ButtonProps) {
  return <button {...button} type={type} className={`${shape} ${looks[look]}`} />;
}

interface ButtonLinkProps extends Omit<LinkProps, 'className'> {
  look?: Look;
}

/** Goes somewhere, where going there is the main thing to do. */
export function ButtonLink({ look = 'primary', ...link }: ButtonLinkProps) {
  return <Link {...link} className={`${shape} ${looks[look]}`} />;
}
