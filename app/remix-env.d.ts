import '@remix-run/node';
import '@remix-run/server-runtime';

declare module '@remix-run/server-runtime' {
  /** What the server hands to every request. */
  interface AppLoadContext {
    /** Names the inline scripts of this response in its content security policy. */
    cspNonce: string;
  }

  /** Loader data keeps its types (dates, maps, undefined) on its way to the page. */
  interface Future {
    v3_singleFetch: true;
  }
}
