import { expect, it } from 'vitest';
import { FileBoard } from '../../../src/markdown/ahead/file-board.ts';

const bytes = Uint8Array.of(1, 2, 3);

it('gives each file to one of two threads', () => {
  const here = FileBoard.of(3, 100);
  const beside = new FileBoard(here.memory, 3);
  expect(beside.takeBeside(2)).toBe(true);
  expect(here.takeMade(0)).toBeUndefined();
  here.takeHere(1);
  expect([0, 1, 2].map((file) => beside.takeBeside(file))).toEqual([false, false, false]);
  beside.leave(2, bytes);
  expect(here.takeMade(2)).toEqual(bytes);
});

it('keeps what is made of each file apart', () => {
  const board = FileBoard.of(2, 100);
  for (const [file, made] of [bytes, Uint8Array.of(4, 5)].entries()) {
    board.takeBeside(file);
    board.leave(file, made);
  }
  expect(board.takeMade(1)).toEqual(Uint8Array.of(4, 5));
  expect(board.takeMade(0)).toEqual(bytes);
});

it('frees a file again of which nothing was made, or more than there is room for', () => {
  const board = FileBoard.of(2, 2);
  for (const file of [0, 1]) board.takeBeside(file);
  board.leave(0, undefined);
  board.leave(1, bytes);
  expect([0, 1].map((file) => board.takeMade(file))).toEqual([undefined, undefined]);
});

it('does not wait for ever for a thread that has died, nor again', () => {
  const taken = FileBoard.of(2, 100);
  for (const file of [0, 1]) taken.takeBeside(file);
  const board = new FileBoard(taken.memory, 2, 20);
  expect(board.takeMade(0)).toBeUndefined();
  const began = performance.now();
  expect(board.takeMade(1)).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(20);
});
