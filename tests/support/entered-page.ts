// The page of the browser shell as its server sees it: it exchanges its code, then calls with its bearer token.

/** Sends the code of an address, as the page does at first. */
export async function exchange(address: string): Promise<Response> {
  const { origin, hash } = new URL(address);
  const headers = { origin, 'content-type': 'application/json' };
  return fetch(`${origin}/tierce/exchange`, { method: 'POST', headers, body: JSON.stringify({ code: hash.slice(1) }) });
}

/** Enters with an address whose code is good. */
export async function enterBy(address: string) {
  const { origin, host: authority } = new URL(address);
  const { bearer } = (await (await exchange(address)).json()) as { readonly bearer: string };
  const headers = { origin, 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
  const post = (road: 'call' | 'chooser' | 'events', message: object, signal: AbortSignal | null = null): Promise<Response> =>
    fetch(`${origin}/tierce/${road}`, { method: 'POST', headers, body: JSON.stringify(message), signal });
  const call = async (channel: string, args: object = {}): Promise<unknown> => (await post('call', { channel, args })).json();
  return { authority, bearer, post, call };
}
