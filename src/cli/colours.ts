// Colours for standard output: where it is a terminal that has them, and never in what is piped (the library alone would
// colour that too where `CI` is set).

import picocolors from 'picocolors';

export const hasColours = process.stdout.isTTY === true && picocolors.isColorSupported;

export const colours = picocolors.createColors(hasColours);
