import { decodeArticle } from '../../codecs/articles/decode-article';
import { answerQuestions } from './answer-questions';
import type { DecodeTask } from './article-decoder';

// Reads foreign files where there is neither Node nor a document.
answerQuestions<DecodeTask>(decodeArticle);
