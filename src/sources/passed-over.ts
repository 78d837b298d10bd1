// Which files of a folder are certainly no transcripts, by their names alone. All others are read, and judged by content.

/** Sound, pictures, video, and what operating systems and other programs leave lying about. */
const extensions = new Set(
  `3gp aac aif aiff alac amr au avi avif bmp flac gif heic heif ico jfif jpeg jpg m4a m4b m4v mid midi mka mkv mov mp3
   mp4 mpeg mpg oga ogg ogv opus png psd raw svg tif tiff wav webm webp wma wmv
   7z bz2 gz rar tar tgz xz zip
   bak db db-shm db-wal exe ini lnk lock log m3u m3u8 part pls sqlite swp tmp torrent url
   css js mjs cjs ts py rb sh bat ps1 toml`
    .split(/\s+/)
    .filter(Boolean),
);

/** The papers that lie in every repository: by their whole names, as an episode may well be called "security-now-9.txt". */
const papers =
  /^((readme|licen[cs]e)([-_.][\w-]+)*|copying|notice|authors|contributors|contributing|changelog|code[-_]of[-_]conduct|security|makefile|dockerfile|package|package-lock|tsconfig)(\.(md|markdown|txt|rst|adoc|html|json))?$/i;

/** What yt-dlp writes beside its subtitles. */
const sidecars = /\.(info\.json|live_chat\.json|description|annotations\.xml)$/i;

export const manifestName = 'podcast.json';

/** True for dotfiles, `podcast.json` itself, papers such as README.md or LICENSE, sound, pictures and the like. */
export function isPassedOver(name: string): boolean {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return (
    /^[.~]|~$/.test(name) ||
    name === manifestName ||
    extensions.has(extension) ||
    papers.test(name) ||
    sidecars.test(name)
  );
}

/** True for sound that an episode's transcript may lie beside. */
export function isSound(name: string): boolean {
  return /\.(aac|aiff?|flac|m4[ab]|mp[34]|oga|ogg|opus|wav|webm|wma)$/i.test(name);
}
