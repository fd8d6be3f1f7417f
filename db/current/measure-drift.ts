import { joinTransaction, type TenantDatabase } from '#db/tenant.ts';
import { type Drift, type PartSizes, rebuildCurrent } from './rebuild-current.ts';

/** Carries the answer out of the transaction that is undone. */
class Measured extends Error {
  constructor(readonly drift: Drift) {
    super('The rebuild was only to be measured.');
  }
}

/** How far one organisation's kept tables have drifted from the history. Rebuilds them and undoes it, so nothing changes. */
export async function measureDrift(db: TenantDatabase, today: string, sizes?: PartSizes): Promise<Drift> {
  try {
    return await db.transaction(async (tx) => {
      throw new Measured(await rebuildCurrent(joinTransaction(db, tx), today, sizes));
    });
  } catch (error) {
    if (error instanceof Measured) return error.drift;
    throw error;
  }
}
