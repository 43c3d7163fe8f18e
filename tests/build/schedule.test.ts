import { describe, expect, it, vi } from 'vitest';
import { editions } from '../../src/build/editions/editions.ts';
import { plan, Schedule, worthHanding, type Task } from '../../src/build/schedule.ts';
import { Thread } from '../../src/build/threads/thread.ts';
import { workerAddress } from '../../src/build/threads/worker-address.ts';
import { work, type Handed } from '../../src/build/work/work.ts';
import { makeEpub } from '../preflight/epub/make-epub.ts';

/** A print that ends when told. */
function print(): { readonly promise: Promise<void>; readonly end: () => void; readonly fail: () => void } {
  let end = (): void => undefined;
  let fail = (): void => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = () => reject(new Error('the browser died'));
  });
  return { promise, end, fail };
}

const tick = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the schedule', () => {
  it('lets every task run at once where nothing is printed', async () => {
    const schedule = new Schedule();
    schedule.follow(undefined);
    for (const task of Object.keys(plan) as Task[])
      expect(await schedule.run(task, () => Promise.resolve(task))).toBe(task);
    expect(schedule.times.map(({ task }) => task)).toEqual(Object.keys(plan));
  });

  it('keeps tasks back until Chrome prints', async () => {
    const schedule = new Schedule();
    schedule.follow(print().promise);
    const done: string[] = [];
    const packed = schedule.run('pack the EPUB', async () => done.push('packed'));
    const judged = schedule.run('judge the EPUB', async () => done.push('judged'));
    await tick();
    expect(done).toEqual([]);
    schedule.beginPrint();
    await Promise.all([packed, judged]);
    expect(done).toEqual(['packed', 'judged']);
  });

  it('lets go of what waits when the print ends before it begins', async () => {
    const schedule = new Schedule();
    const { promise, end } = print();
    schedule.follow(promise);
    const judged = schedule.run('judge the EPUB', () => Promise.resolve('judged'));
    end();
    expect(await judged).toBe('judged');
  });

  it('fails what waits when the print fails, and runs none of it', async () => {
    const schedule = new Schedule();
    const { promise, fail } = print();
    schedule.follow(promise);
    let ran = false;
    const judged = schedule.run('judge the EPUB', async () => (ran = true));
    fail();
    await expect(judged).rejects.toThrow('the browser died');
    expect(ran).toBe(false);
  });

  it('has what can be handed over done beside, or here in its time where there is no other thread', async () => {
    const epub = await makeEpub('<p>Text</p>');
    const thread = new Thread(workerAddress, []);
    const beside = new Schedule(thread, ['judge the EPUB']);
    beside.follow(print().promise);
    expect(await beside.hand('judge the EPUB', epub, 'book.epub')).toEqual([]);
    expect(beside.times).toMatchObject([{ task: 'judge the EPUB', lane: 'beside' }]);
    await thread.end();

    const alone = new Schedule();
    alone.follow(print().promise);
    const judged = alone.hand('judge the EPUB', epub, 'book.epub');
    await tick();
    expect(alone.times).toEqual([]);
    alone.beginPrint();
    expect(await judged).toEqual([]);
    expect(alone.times).toMatchObject([{ task: 'judge the EPUB', lane: 'build' }]);
  });

  it('has the thread beside load what it does of the EPUB when Chrome prints, or at once where nothing is printed', async () => {
    const handed: Handed[] = ['parse files', 'judge the EPUB', 'finish and prove the press PDF'];
    for (const isPrinted of [true, false]) {
      const thread = new Thread(workerAddress, []);
      const loaded = vi.spyOn(thread, 'loadAhead');
      const schedule = new Schedule(thread, handed);
      schedule.follow(isPrinted ? print().promise : undefined);
      expect(loaded.mock.calls).toEqual(isPrinted ? [] : [[['judge the EPUB']]]);
      schedule.beginPrint();
      expect(loaded).toHaveBeenLastCalledWith(['judge the EPUB']);
      await thread.end();
    }
  });

  it('proves the EPUB on the thread of the build where nothing is printed', async () => {
    const epub = await makeEpub('<p>Text</p>');
    const thread = new Thread(workerAddress, []);
    const schedule = new Schedule(thread, ['prove the EPUB']);
    schedule.follow(undefined);
    const proved = await schedule.hand('prove the EPUB', epub, { notes: [], text: [] }, 'a.epub', undefined);
    expect(proved.notes.messages).toEqual([]);
    expect(schedule.times).toMatchObject([{ task: 'prove the EPUB', lane: 'build' }]);
    await thread.end();
  });

  it('does itself what the thread beside is not to have', async () => {
    const thread = new Thread(workerAddress, []);
    const schedule = new Schedule(thread, ['finish and prove the press PDF']);
    schedule.follow(print().promise);
    schedule.beginPrint();
    expect(await schedule.hand('judge the EPUB', await makeEpub('<p>Text</p>'), 'book.epub')).toEqual([]);
    expect(schedule.times).toMatchObject([{ task: 'judge the EPUB', lane: 'build' }]);
    await thread.end();
  });

  it('loads what it does itself', async () => {
    const schedule = new Schedule(new Thread(workerAddress, []), ['judge the EPUB']);
    schedule.follow(print().promise);
    const judging = vi.spyOn(work, 'judge the EPUB');
    const proving = vi.spyOn(work, 'prove the EPUB');
    await schedule.load(['judge the EPUB', 'prove the EPUB']);
    expect([judging.mock.calls.length, proving.mock.calls.length]).toEqual([0, 1]);
    vi.restoreAllMocks();
  });

  it('hands over what has a core, of which Chrome leaves enough for one task', () => {
    const all = Object.keys(work) as Handed[];
    expect(worthHanding(all, 1, true)).toEqual([]);
    expect(worthHanding(all, 2, true)).toEqual([
      'parse files',
      'divide the words',
      'judge the EPUB',
      'finish and prove the press PDF',
    ]);
    expect(worthHanding(all, 2, false)).toEqual(all);
    expect(worthHanding(all, 3, true)).toEqual(all);
  });

  it('has a thread for all that can be handed over', () => {
    for (const task of Object.keys(work) as Handed[]) expect(plan[task].lane).toBe('beside');
    for (const { handed } of editions) for (const task of handed) expect(Object.keys(work)).toContain(task);
  });

  it('tells when each task was asked for, began and ended, a failed one too', async () => {
    const schedule = new Schedule();
    schedule.follow(undefined);
    await expect(schedule.run('judge the EPUB', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const [time] = schedule.times;
    expect(time?.task).toBe('judge the EPUB');
    expect([time?.asked, time?.began, time?.ended]).toEqual(
      [time?.asked, time?.began, time?.ended].toSorted((a = 0, b = 0) => a - b),
    );
  });
});
