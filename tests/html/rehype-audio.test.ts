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

describe('rehypeAudio', () => {
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
    expect(told).toEqual([`2 audio-alternative The audio "texts/a.mp3" ${said}`]);
    expect(html).toContain('<audio src="texts/a.mp3"');
  });

  it.each([
    [
      'on the network',
      'https://e.org/a.mp3',
      'image-remote The audio "https://e.org/a.mp3" lies on the network',
    ],
    ['as data', 'data:audio/mpeg;base64,AAAA', 'image-remote The audio is written into its address as data'],
    ['outside', '../../a.mp3', 'image-outside The audio "../../a.mp3" lies outside the manuscript folder'],
    ['nowhere', '', 'image-missing The audio has no address'],
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
});
