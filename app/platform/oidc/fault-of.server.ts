import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { type FaultKind, ProviderFault } from './provider-fault.ts';

/** Ours, however deep fetch and openid-client have wrapped it. */
function ownFault(error: unknown): ProviderFault | null {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 10; cause = cause.cause, depth += 1) {
    if (cause instanceof ProviderFault) return cause;
  }
  return null;
}

function kindOf(error: Error, otherwise: FaultKind): FaultKind | null {
  if (error instanceof AuthorizationResponseError) return 'declined';
  if (error instanceof ResponseBodyError) return 'rejected';
  if (error instanceof ClientError) return error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT' ? 'unreachable' : otherwise;
  // What fetch throws where nobody answers, or not to the end.
  return error instanceof TypeError && error.cause !== undefined ? 'unreachable' : null;
}

/**
 * What an error of openid-client comes to. `otherwise` is what an answer that does not hold means at this
 * point. An error that is not of a provider's making is handed back as it is: a bug is to be seen.
 */
export function faultOf(error: unknown, otherwise: FaultKind): unknown {
  const own = ownFault(error);
  if (own) return own;
  if (!(error instanceof Error)) return error;
  const kind = kindOf(error, otherwise);
  return kind === null ? error : new ProviderFault(kind, error.message);
}
