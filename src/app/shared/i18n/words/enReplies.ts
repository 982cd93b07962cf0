import language from '../../../../../translations/en.json?replies';

export const words = language.replies;
