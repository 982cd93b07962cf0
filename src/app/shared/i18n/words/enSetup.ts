import language from '../../../../../translations/en.json?setup';

export const words = language.setup;
