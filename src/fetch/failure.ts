// Why nobody could be asked, in a sentence for people.

import { errors } from 'undici';
import { type ErrorCode, VerbatimError } from '../errors.ts';
import { codeOf, plainCause } from './cause.ts';
import { TimeOver } from './clock.ts';
import { ForbiddenAddress } from './guard.ts';

interface Failed {
  /** The address, for people. */
  readonly name: string;
  readonly host: string;
  readonly timeoutMs: number;
  readonly silenceMs: number;
  /** Somebody else than the operator named it. */
  readonly isOfOthers: boolean;
}

type Sentence = readonly [ErrorCode, (failed: Failed) => string];

const noName: Sentence = [
  'unreachable',
  ({ name, host }) => `${name} cannot be reached: there is no ${host}. Check the address for slips.`,
];
const noAnswer: Sentence = [
  'unreachable',
  ({ name }) => `${name} cannot be reached: nothing answers there. Try again later, or check the address.`,
];
const brokenOff: Sentence = ['unreachable', ({ name }) => `${name} broke off the connection. Try again later.`];
const silent: Sentence = [
  'unreachable',
  ({ name, silenceMs }) => `${name} said nothing for ${seconds(silenceMs)}. Try again later.`,
];
const expired: Sentence = [
  'unreachable',
  ({ name, host }) => `${name} cannot be trusted: the certificate of ${host} has expired. Its owner has to renew it.`,
];
const untrusted: Sentence = [
  'unreachable',
  ({ name, host }) =>
    `${name} cannot be trusted: nobody known vouches for the certificate of ${host}. If it is your own, name its issuer in NODE_EXTRA_CA_CERTS.`,
];
const misnamed: Sentence = [
  'unreachable',
  ({ name, host }) => `${name} cannot be trusted: its certificate is for another name than ${host}. Check the address.`,
];
const noEncryption: Sentence = [
  'unreachable',
  ({ name }) =>
    `${name} cannot be reached: no encryption could be agreed on. Check whether it is https there, and this port.`,
];
const garbled: Sentence = [
  'bad-response',
  ({ name }) =>
    `${name} answered with something that is no HTTP, or broke off in the middle. Check the address and its port.`,
];
const longHead: Sentence = [
  'bad-response',
  ({ name }) => `${name} answered with too long a head. Its owner has to mend that.`,
];
const badlyPacked: Sentence = [
  'bad-response',
  ({ name }) => `${name} answered with compressed data that is broken or cut short. Try again later.`,
];

/** Codes of Node (https://nodejs.org/api/errors.html, https://nodejs.org/api/tls.html#x509-certificate-error-codes) and undici. */
const sentences: Readonly<Record<string, Sentence>> = {
  ENOTFOUND: noName,
  ENODATA: noName,
  EAI_AGAIN: [
    'unreachable',
    ({ name, host }) => `${name} cannot be reached: the name ${host} could not be looked up just now. Try again later.`,
  ],
  ECONNREFUSED: noAnswer,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  EADDRNOTAVAIL: noAnswer,
  ETIMEDOUT: noAnswer,
  UND_ERR_CONNECT_TIMEOUT: noAnswer,
  ECONNRESET: brokenOff,
  EPIPE: brokenOff,
  UND_ERR_SOCKET: brokenOff,
  UND_ERR_HEADERS_TIMEOUT: silent,
  UND_ERR_BODY_TIMEOUT: silent,
  CERT_HAS_EXPIRED: expired,
  CERT_NOT_YET_VALID: [
    'unreachable',
    ({ name, host }) =>
      `${name} cannot be trusted: the certificate of ${host} is not valid yet. Check this machine's clock.`,
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_UNTRUSTED: untrusted,
  CERT_REVOKED: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: misnamed,
  EPROTO: noEncryption,
  UND_ERR_HEADERS_OVERFLOW: longHead,
  HPE_HEADER_OVERFLOW: longHead,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: garbled,
  ERR_STREAM_PREMATURE_CLOSE: garbled,
  Z_DATA_ERROR: badlyPacked,
  Z_BUF_ERROR: badlyPacked,
};

/** The connection was there, and is no more. */
export function isBrokenOff(error: unknown): boolean {
  return sentences[codeOf(error) ?? ''] === brokenOff;
}

/** What goes wrong on the way, as one sentence; a VerbatimError is passed on as it is. */
export function explain(error: unknown, failed: Failed): VerbatimError {
  if (error instanceof VerbatimError) return error;
  if (error instanceof TimeOver) {
    return new VerbatimError(
      'unreachable',
      `${failed.name} was not done within ${seconds(failed.timeoutMs)}. Try again later.`,
    );
  }
  if (error instanceof ForbiddenAddress) {
    return new VerbatimError('forbidden-address', refusal(error, failed), { cause: plainCause(error) });
  }
  const [code, sentence] = sentenceFor(error);
  return new VerbatimError(code, sentence(failed), { cause: plainCause(error) });
}

/** Only to whoever named the address it is told how an exception is made, and for a cloud's own services to nobody. */
function refusal({ host, isBlockedName, isLinkLocal }: ForbiddenAddress, { name, isOfOthers }: Failed): string {
  if (isBlockedName) {
    return `${name} is not to be had: ${host} is blocked where this machine looks up names, as by a filter for advertising. Let it through there.`;
  }
  const refused = `${name} is not asked: ${host} is inside a private or reserved network`;
  if (isLinkLocal) return `${refused}, where clouds tell a machine its secrets.`;
  if (isOfOthers) return `${refused}, and where to ask there is not for a feed to say.`;
  return `${refused}. If Verbatim may ask there, list ${host} in FETCH_ALLOW.`;
}

function sentenceFor(error: unknown): Sentence {
  const code = codeOf(error);
  if (code !== undefined && Object.hasOwn(sentences, code)) return sentences[code] ?? noAnswer;
  if (error instanceof errors.HTTPParserError || code?.startsWith('HPE_')) return garbled;
  if (code?.startsWith('ERR_SSL_') || code?.startsWith('ERR_TLS_')) return noEncryption;
  // What brotli finds wrong is called ERR__ERROR_FORMAT_… and the like.
  if (code?.startsWith('Z_') || code?.startsWith('ERR_BROTLI') || code?.startsWith('ERR__ERROR_')) return badlyPacked;
  return ['unreachable', ({ name }) => `${name} cannot be reached${code ? ` (${code})` : ''}. Try again later.`];
}

function seconds(ms: number): string {
  return `${Math.max(1, Math.round(ms / 1000))} s`;
}
