// The ways of asking for a piece that services know, the one that tells most first.

/** A voice that was told apart before, and how it sounds. */
export interface KnownVoice {
  readonly name: string;
  /** A WAV file of 2 to 10 seconds. */
  readonly clip: Buffer;
}

export interface Form {
  readonly name: string;
  /** Besides the audio, the model and the language. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const timed: Form = { name: 'timed', fields: [['response_format', 'verbose_json']] };
const timedBySegment: Form = {
  name: 'timed by segment',
  fields: [...timed.fields, ['timestamp_granularities[]', 'segment']],
};

/**
 * Where a way is refused (400, 422), the next one is tried.
 * - OpenAI's diarisation: https://platform.openai.com/docs/guides/speech-to-text#speaker-diarization
 * - Mistral's, which takes no language beside times: https://docs.mistral.ai/studio/audio/speech-to-text/diarize-speakers
 * - all others: https://platform.openai.com/docs/api-reference/audio/createTranscription
 */
export function formsFor(model: string, language: string | undefined, voices: readonly KnownVoice[]): readonly Form[] {
  const hinted = ({ name, fields }: Form): Form =>
    language === undefined ? { name, fields } : { name, fields: [...fields, ['language', language]] };
  if (/voxtral/i.test(model)) return [voxtral, hinted(timedBySegment), hinted(timed)];
  const diarised = /diari[sz]e/i.test(model)
    ? [...(voices.length > 0 ? [diarisedAs(voices)] : []), diarisedAs([])]
    : [];
  return [...diarised, timedBySegment, timed].map(hinted);
}

const voxtral: Form = {
  name: 'diarised by Mistral',
  fields: [
    ['diarize', 'true'],
    ['timestamp_granularities', 'segment'],
  ],
};

function diarisedAs(voices: readonly KnownVoice[]): Form {
  return {
    name: voices.length === 0 ? 'diarised' : 'diarised with known voices',
    fields: [
      ['response_format', 'diarized_json'],
      ['chunking_strategy', 'auto'],
      ...voices.flatMap(({ name, clip }) => [
        ['known_speaker_names[]', name] as const,
        ['known_speaker_references[]', `data:audio/wav;base64,${clip.toString('base64')}`] as const,
      ]),
    ],
  };
}
