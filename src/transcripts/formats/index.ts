// The list of formats: adding one is one file here and one line below. Of two that are as sure, the earlier is taken.
import type { Format } from '../transcript.ts';
import { changelogMarkdown } from './changelog-markdown.ts';
import { podcastJson } from './podcast-json.ts';
import { prose } from './prose.ts';
import { srt } from './srt.ts';
import { webvtt } from './webvtt.ts';

export const formats: readonly Format[] = [webvtt, podcastJson, srt, changelogMarkdown, prose];
