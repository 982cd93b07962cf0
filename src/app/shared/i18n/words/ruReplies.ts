import language from '../../../../../translations/ru.json?replies';

export const words = language.replies;
