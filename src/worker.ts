import { parentPort, workerData } from 'node:worker_threads';
import { serve } from './build/threads/serve.ts';
import { work } from './build/work/work.ts';

// A thread beside that of the build. It lives as long as the build needs it.
if (parentPort !== null) await serve(parentPort, work, workerData as ReadonlyArray<string>);
