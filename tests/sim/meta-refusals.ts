// How Graph refuses: its error JSON by code, for the simulator's own checks and for tests that go through them.
import type { Reply } from './serve.ts'

const json = { 'content-type': 'application/json; charset=UTF-8' }

export function graphError(
  code: number,
  message: string,
  more: { sub?: number; status?: number; transient?: boolean } = {},
): Reply {
  const { sub, status = 400, transient = false } = more
  const error = {
    message: `(#${code}) ${message}`,
    type: code === 190 || code === 102 ? 'OAuthException' : 'GraphMethodException',
    code,
    ...(sub && { error_subcode: sub }),
    is_transient: transient,
    fbtrace_id: 'AbCdEf123',
  }
  return { status, headers: json, body: JSON.stringify({ error }) }
}

/** Every refusal that we tell apart. */
export const refusal = {
  expired: () => graphError(190, 'Error validating access token: Session has expired.', { sub: 463 }),
  removed: () => graphError(190, 'The user has not authorized application 1.', { sub: 458 }),
  checkpoint: () => graphError(190, 'You cannot access the app till you log in.', { sub: 459 }),
  password: () => graphError(190, 'The user changed their password.', { sub: 460 }),
  token: () => graphError(190, 'Invalid OAuth access token - Cannot parse access token'),
  session: () => graphError(102, 'Session key invalid or no longer valid'),
  permission: () => graphError(10, 'This requires the pages_read_engagement permission', { status: 403 }),
  scope: () => graphError(200, 'Requires instagram_basic permission to manage the object', { status: 403 }),
  feature: () => graphError(100, 'Requires the Instagram Public Content Access feature'),
  app: () => graphError(4, 'Application request limit reached', { status: 403 }),
  user: () => graphError(17, 'User request limit reached'),
  pageCalls: () => graphError(32, 'Page request limit reached'),
  instagramCalls: () => graphError(80_002, 'There have been too many calls to this Instagram account.'),
  blocked: () => graphError(368, 'The action attempted has been deemed abusive or is otherwise disallowed'),
  unknown: () => graphError(1, 'An unknown error occurred', { status: 500 }),
  service: () => graphError(2, 'Service temporarily unavailable', { status: 503, transient: true }),
  passing: () => graphError(99, 'Please try again', { transient: true }),
  question: () => graphError(100, 'Invalid parameter'),
  gone: (id = '1') =>
    graphError(
      100,
      `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing ` +
        'permissions, or does not support this operation.',
      { sub: 33 },
    ),
  noTag: () => graphError(24, 'The requested resource does not exist', { sub: 2_207_024 }),
  tagsFull: () =>
    graphError(18, 'The account has queried 30 hashtags in the last 7 days.', { sub: 2_207_034 }),
}
