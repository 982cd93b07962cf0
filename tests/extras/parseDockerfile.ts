export type Instruction = { keyword: string; value: string };

/** The keywords of the Dockerfile reference that begin a line. */
const KEYWORDS =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR';

/** Instructions in order, continued lines joined, comments left out; fails on a line that begins with no instruction. */
export function parseDockerfile(text: string): Instruction[] {
  const joined = text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .replace(/\\\n\s*/g, '');
  return joined
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, keyword = '', value = ''] = /^([A-Z]+) (\S.*)$/.exec(line) ?? [];
      if (!KEYWORDS.split(' ').includes(keyword)) throw new Error(`No instruction of a Dockerfile: ${line}`);
      return { keyword, value };
    });
}
