import { EventSourcingError } from '@pembinaan/event-sourcing';
import type { ClientCredentials } from './client.js';

/** A connection string that the client takes, and what the store needs to know of it. */
export interface ConnectionUrl {
  /** With the scheme that the client knows. */
  readonly forClient: string;
  /** Sent with each call; undefined for a connection without a user. */
  readonly credentials: ClientCredentials | undefined;
}

const FORM =
  /^(?<scheme>[a-z+]+):\/\/(?:(?<user>[^:@/?]+):(?<password>[^@/?]+)@)?(?<hosts>[^@/?]+)\/?(?:\?(?<query>.*))?$/;

/** KurrentDB is the later name of the same server: both speak the protocol of this client. */
const SCHEMES: Readonly<Record<string, string>> = {
  esdb: 'esdb',
  'esdb+discover': 'esdb+discover',
  kurrentdb: 'esdb',
  'kurrentdb+discover': 'esdb+discover',
  kurrent: 'esdb',
  'kurrent+discover': 'esdb+discover',
  kdb: 'esdb',
  'kdb+discover': 'esdb+discover',
};

const SETTINGS = [
  'connectionName',
  'defaultDeadline',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'nodePreference',
  'tls',
  'tlsCAFile',
  'tlsVerifyCert',
  'userCertFile',
  'userKeyFile',
];
const KNOWN = new Set(SETTINGS.map(flat));

/**
 * Reads `esdb://user:password@host:2113?tls=false` and its relatives. It is checked here first, since the client prints the whole
 * URL, password included, when it meets a setting that it does not know.
 * @throws EventSourcingError `store-unavailable`; the URL itself is never part of the message.
 */
export function connectionUrl(url: string): ConnectionUrl {
  const { scheme = '', user, password, hosts, query = '' } = FORM.exec(url.trim())?.groups ?? {};
  const known = SCHEMES[scheme];
  if (known === undefined || hosts === undefined) {
    throw refused(
      'is not one of this store',
      'Write it as esdb://user:password@host:2113, for several nodes host1:2113,host2:2113.',
    );
  }
  const settings = query.split('&').filter((setting) => setting !== '');
  for (const setting of settings) {
    const [name = '', value = ''] = setting.split('=');
    if (!KNOWN.has(flat(name)) || value === '') {
      throw refused(`has a setting '${name}' that is not known or empty`, `Known are: ${SETTINGS.join(', ')}.`);
    }
    if (flat(name) === 'tlsverifycert' && value === 'false') {
      throw refused(
        'asks not to verify the certificate',
        'The client always does: give tlsCAFile=/path/ca.crt, or tls=false.',
      );
    }
  }
  const authority = user === undefined || password === undefined ? '' : `${user}:${password}@`;
  return {
    forClient: `${known}://${authority}${hosts}${settings.length === 0 ? '' : `?${settings.join('&')}`}`,
    credentials: credentialsOf(user, password),
  };
}

function credentialsOf(user: string | undefined, password: string | undefined): ClientCredentials | undefined {
  if (user === undefined || password === undefined) return undefined;
  return { username: decodeURIComponent(user), password: decodeURIComponent(password) };
}

/** As the client compares names. */
function flat(name: string): string {
  return name.trim().toLowerCase().replaceAll(/[_-]/g, '');
}

function refused(what: string, todo: string): EventSourcingError {
  return new EventSourcingError('store-unavailable', `The URL of the event store ${what}.`, { todo });
}
