// The list of formats, the most specific first: adding one is one file here and one line below. Of two as sure, the earlier is taken.
import type { Format } from '../transcript.ts';
import { assemblyaiJson } from './assemblyai-json.ts';
import { changelogMarkdown } from './changelog-markdown.ts';
import { cueJson } from './cue-json.ts';
import { deepgramJson } from './deepgram-json.ts';
import { frontMatterTranscript } from './front-matter-transcript.ts';
import { headedTurns } from './headed-turns.ts';
import { htmlPage } from './html-page.ts';
import { otter } from './otter.ts';
import { podcastHtml } from './podcast-html.ts';
import { podcastJson } from './podcast-json.ts';
import { podloveJson } from './podlove-json.ts';
import { podloveXml } from './podlove-xml.ts';
import { positionedJson } from './positioned-json.ts';
import { prose } from './prose.ts';
import { revaiJson } from './revai-json.ts';
import { sbv } from './sbv.ts';
import { srt } from './srt.ts';
import { timedLines } from './timed-lines.ts';
import { timedTable } from './timed-table.ts';
import { ttml } from './ttml.ts';
import { webvtt } from './webvtt.ts';
import { whisperCppJson } from './whisper-cpp-json.ts';
import { whisperJson } from './whisper-json.ts';
import { youtubeJson3 } from './youtube-json3.ts';
import { youtubeXml } from './youtube-xml.ts';

export const formats: readonly Format[] = [
  webvtt,
  srt,
  sbv,
  podcastJson,
  podloveJson,
  whisperJson,
  whisperCppJson,
  assemblyaiJson,
  deepgramJson,
  revaiJson,
  youtubeJson3,
  positionedJson,
  cueJson,
  podloveXml,
  youtubeXml,
  ttml,
  timedTable,
  frontMatterTranscript,
  changelogMarkdown,
  podcastHtml,
  otter,
  headedTurns,
  timedLines,
  htmlPage,
  prose,
];
