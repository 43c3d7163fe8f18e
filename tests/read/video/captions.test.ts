import { describe, expect, it } from 'vitest';
import { captionsFacts } from '../../../src/read/video/captions.ts';

const cue = '00:00.000 --> 00:01.000\nWaves';

describe('captionsFacts', () => {
  it('takes WebVTT as it is', () => {
    expect(captionsFacts(Buffer.from(`WEBVTT\n\n${cue}\n`))).toEqual({ mediaType: 'text/vtt', faults: [] });
  });

  it.each([
    `WEBVTT - by A. Source\nKind: captions\n\nNOTE A. Source\n\n${cue}`,
    `\uFEFFWEBVTT\r\n\r\nNOTE\r\nA. Source\r\n\r\n${cue}`,
    `WEBVTT\n${cue}`,
  ])('leaves out what only those who wrote it read, and no cue: %#', (text) => {
    const { bytes, faults } = captionsFacts(Buffer.from(text));
    expect(faults).toEqual([]);
    expect(Buffer.from(bytes ?? []).toString()).toBe(`WEBVTT\n\n${cue}`);
  });

  it.each([Buffer.from(`1\n${cue}`), Buffer.from('WEBVTT\n\n\xFF', 'latin1'), Buffer.from('WEBVTTX')])(
    'refuses what is none: %#',
    (bytes) => {
      expect(captionsFacts(bytes).faults.map(({ rule }) => rule)).toEqual(['image-corrupt']);
    },
  );
});
