import { Link, type LinkProps } from '@remix-run/react';

/** A link in running text. Has no class: the style sheet dresses bare links, their focus and their print. */
export function TextLink(link: Omit<LinkProps, 'className'>) {
  return <Link {...link} />;
}
