// The console does what every adapter does.
import { describeAdapterContract } from '../../contract/adapter-contract.ts';
import { startWebHarness } from './harness.ts';

describeAdapterContract('the console', startWebHarness, {
  company: true,
  replacing: true,
  suggestions: true,
  disabledButtons: true,
});
