import { Outlet } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { PlainFrame } from '#app/ui/plain-frame.tsx';

export const handle = { access: 'public' satisfies RouteAccess };

/** The frame of pages that know nobody yet: sign-in and the first run. */
export default function PlainLayout() {
  return (
    <PlainFrame>
      <Outlet />
    </PlainFrame>
  );
}
