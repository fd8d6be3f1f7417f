import type { ShouldRevalidateFunction } from '@remix-run/react';

/**
 * For the `shouldRevalidate` of a form with a revision: after "somebody else changed this meanwhile"
 * (409) the page reads the record again, as it does without JavaScript. Otherwise the form would keep
 * the old revision and be refused for ever. Other refusals keep the page as it is.
 */
export const reloadAfterConflict: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;
