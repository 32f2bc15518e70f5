import { checkDatabase } from '../storage/check-database';
import { openDatabase } from '../storage/db';
import { answerQuestions } from './answer-questions';
import type { CheckTask } from './check-store';

// Checks one store where it holds nothing up; the page ends the worker afterwards.
answerQuestions<CheckTask>(async (name, tell) => {
  const database = await openDatabase(name);
  const report = await checkDatabase(database, tell);
  database.close();
  return report;
});
