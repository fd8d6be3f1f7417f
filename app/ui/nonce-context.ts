import { createContext } from 'react';

/** The nonce of this response's content security policy. Empty in the browser, which hides nonces from scripts. */
export const NonceContext = createContext<string | undefined>(undefined);
