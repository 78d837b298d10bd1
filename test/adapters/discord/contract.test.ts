// Discord keeps the contract of adapters.

import { describeAdapterContract } from '../../contract/adapter-contract.ts';
import { startDiscord } from './harness.ts';

describeAdapterContract('discord', startDiscord, {
  company: true,
  replacing: true,
  suggestions: true,
  disabledButtons: true,
});
