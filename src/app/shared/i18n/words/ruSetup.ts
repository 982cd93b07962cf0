import language from '../../../../../translations/ru.json?setup';

export const words = language.setup;
