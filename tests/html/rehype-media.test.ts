import { describe, expect, it } from 'vitest';
import { htmlOf } from './convert.ts';

function heard(markdown: string) {
  const { html, messages, references } = htmlOf(markdown, 'texts/one.md');
  return {
    html: html.replaceAll('\n', ''),
    told: messages.map(({ line, rule, reason }) => `${line} ${rule} ${reason}`),
    paths: references.map(({ path, kind }) => `${kind} ${path}`),
  };
}

describe('rehypeMedia', () => {
  it.each([
    [
      'in a line',
      'A <audio src="a.mp3">song *of* gulls</audio> b.',
      '<p>A <audio src="texts/a.mp3" controls preload="none">song <em>of</em> gulls</audio> b.</p>',
      ['audio texts/a.mp3'],
    ],
    [
      'between blocks, Markdown in it, with sources',
      '<audio controls preload="auto">\n<source src="../b.m4a" type="audio/mp4">\n<source src="a.mp3">\n\n*Words*\n\n</audio>',
      '<audio controls preload="none"><source src="b.m4a"><source src="texts/a.mp3"><p><em>Words</em></p></audio>',
      ['audio b.m4a', 'audio texts/a.mp3'],
    ],
  ])('carries audio %s', (_, markdown, html, paths) => {
    expect(heard(markdown)).toEqual({ html, told: [], paths });
  });

  it('asks for the words of one that has none', () => {
    const said = 'says nothing in print, nor to those who cannot hear it';
    const { html, told } = heard('\n<audio src="a.mp3"></audio>');
    expect(told).toEqual([`2 media-alternative The audio "texts/a.mp3" ${said}`]);
    expect(html).toContain('<audio src="texts/a.mp3"');
  });

  it.each([
    [
      'on the network',
      'https://e.org/a.mp3',
      'media-outside The audio "https://e.org/a.mp3" lies on the network',
    ],
    ['as data', 'data:audio/mpeg;base64,AAAA', 'media-outside The audio is written into its address as data'],
    ['outside', '../../a.mp3', 'media-outside The audio "../../a.mp3" lies outside the manuscript folder'],
    ['nowhere', '', 'media-missing The audio has no address'],
  ])('leaves the words where the audio is %s', (_, src, told) => {
    expect(heard(`<p><audio src="${src}">a <b>b</b></audio></p>`)).toEqual({
      html: '<p>a <b>b</b></p>',
      told: [`1 ${told}`],
      paths: [],
    });
  });

  it('starts nothing by itself', () => {
    const { html, told } = heard('<p><audio src="a.mp3" autoplay onplay="x">a</audio></p>');
    expect(html).toBe('<p><audio src="texts/a.mp3" controls preload="none">a</audio></p>');
    expect(told).toEqual([
      '1 html-unsafe Of the element <audio> the attributes autoplay, onplay are removed',
    ]);
  });

  it('carries video with its picture and captions', () => {
    const { html, told, paths } = heard(
      '<video src="a.mp4" poster="a.png" autoplay width="160">\n<track src="a.vtt" kind="captions" srclang="en" label="English">\n\nWaves\n\n</video>',
    );
    expect(told).toEqual(['1 html-unsafe Of the element <video> the attribute autoplay is removed']);
    expect(html).toBe(
      '<video poster="texts/a.png" width="160" src="texts/a.mp4" controls preload="none"><track src="texts/a.vtt" kind="captions" srclang="en" label="English"><p>Waves</p></video>',
    );
    expect(paths).toEqual(['video texts/a.mp4', 'undefined texts/a.png', 'captions texts/a.vtt']);
  });

  it('leaves out captions and a picture that are nowhere, and asks for words', () => {
    const { html, told } = heard(
      '<p><video src="a.mp4" poster="//e.org/a.png"><track src="../../a.vtt"></video></p>',
    );
    expect(html).toBe('<p><video src="texts/a.mp4" controls preload="none"></video></p>');
    expect(told).toEqual([
      '1 image-remote The image "//e.org/a.png" lies on the network',
      '1 media-alternative The video "texts/a.mp4" says nothing in print, nor to those who cannot see it',
      '1 media-outside The caption file "../../a.vtt" lies outside the manuscript folder',
    ]);
  });
});
